"""The form by which readers ask for a correction, a removal or an addition."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from archive.corrections import NAME, PAGE, SOURCE, TEXT, RequestKind, own_path
from archive.multilingual import plain

#: What is said of a field; Django does not have all of it in Urdu.
ERRORS = {
    "required": _("This field is required."),
    "max_length": _("Write at most %(limit_value)d characters."),
    "null_characters_not_allowed": _("Null characters are not allowed."),
}


def _kinds() -> list[tuple[str, str]]:
    """In the language in which the form is made."""
    return [(kind.value, capfirst(kind.label)) for kind in RequestKind]


class CorrectionForm(forms.Form):
    """What is handed in. `website` is for programs that fill in every field: people do not see it."""

    kind = forms.ChoiceField(
        label=_("What is the matter?"),
        choices=_kinds,
        widget=forms.RadioSelect,
        initial=RequestKind.CORRECTION.value,
    )
    page = forms.CharField(
        label=_("Which page?"),
        help_text=_("Its address. To point to a single claim, take the address that its mark ¶ leads to."),
        max_length=PAGE,
        error_messages=ERRORS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr", "spellcheck": "false"}),
    )
    text = forms.CharField(
        label=_("What is wrong or missing?"),
        help_text=_("What the page says, and what it should say. Name no private person without need."),
        max_length=TEXT,
        error_messages=ERRORS,
        widget=forms.Textarea(attrs={"rows": 7, "dir": "auto"}),
    )
    source = forms.CharField(
        label=_("A source for it"),
        help_text=_("Where an editor can look it up: an address, or title, publication and day."),
        max_length=SOURCE,
        error_messages=ERRORS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=NAME,
        error_messages=ERRORS,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("Only if editors may ask you back."),
        max_length=254,
        error_messages=ERRORS | {"invalid": _("Enter a valid email address.")},
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    website = forms.CharField(label=_("Leave this empty"), required=False)

    def clean_page(self) -> str:
        """The path of the English page, in whichever language it was read."""
        try:
            return plain(own_path(self.cleaned_data["page"], settings.SITE_URL))
        except ValueError as error:
            words = _("Give the address of a page of this archive, such as %(example)s.")
            raise forms.ValidationError(
                words, params={"example": f"{settings.SITE_URL}/incidents/"}
            ) from error

    @property
    def values(self) -> dict[str, Any]:
        """What is stored, once the form is found to be right."""
        return {name: value for name, value in self.cleaned_data.items() if name != "website"}

    @property
    def is_by_a_program(self) -> bool:
        return bool(self.cleaned_data.get("website"))
