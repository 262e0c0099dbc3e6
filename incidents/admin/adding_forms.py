"""The box into which anything is pasted, and the form that begins with what was suggested."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from archive.vocabulary import PublicationKind, Reliance
from incidents.adding.suggestion import Rest, Suggestion
from incidents.alike import alike
from incidents.models import Subject
from incidents.used_keys import refuse_used
from sources.models import Publication, Source

if TYPE_CHECKING:
    Form = forms.ModelForm[Source]
else:
    Form = forms.ModelForm

#: Characters of what is pasted.
MOST = 200_000
NOTHING = "Paste an address or an entry, or write what you know of the source."
TOO_MUCH = f"This has more than {MOST:,} characters: give the address, or one entry, or a part of the text."
#: The fields of a publication that is entered with the source.
ISSUER = ("issuer_add", "issuer_name", "issuer_key", "issuer_kind", "issuer_url")
RESTS, KEPT = "rests", "keep_text"


class BoxForm(forms.Form):
    """One box for an address, an entry or words."""

    pasted = forms.CharField(
        label="Address, entry or words",
        max_length=MOST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField", "dir": "auto"}),
        help_text="A web address; an entry of a bibliography as RIS, BibTeX or CSL-JSON; or plain words, "
        "such as “Four die in blast”, Dawn, 7 February 2024. The whole text of a source is read too.",
        error_messages={"required": NOTHING, "max_length": TOO_MUCH},
    )

    def clean_pasted(self) -> str:
        text: str = self.cleaned_data["pasted"].replace("\r\n", "\n")
        if not text.strip():
            raise ValidationError(NOTHING)
        return text


class SuggestedForm(Form):
    """A new source with what comes with it, where somebody leaves it ticked."""

    suggestion: ClassVar[Suggestion]

    def clean(self) -> Any:
        cleaned = super().clean()
        self.issuer = self._new_issuer() if self._adds_issuer() else None
        return cleaned

    def _adds_issuer(self) -> bool:
        return bool(self.cleaned_data.get("issuer_add")) and not self.cleaned_data.get("publication")

    def _new_issuer(self) -> Publication:
        """The publication that is entered too; what is wrong with it is said at its fields."""
        given = {
            name: self.cleaned_data.get(f"issuer_{name}") or "" for name in ("name", "key", "kind", "url")
        }
        issuer = Publication(**given)
        try:
            issuer.full_clean()
            refuse_used(Subject.PUBLICATIONS, issuer.key)
        except ValidationError as error:
            for name, problems in getattr(error, "error_dict", {"key": [error]}).items():
                self.add_error(f"issuer_{name}", problems)
        for known in alike(Publication, given)[:1]:
            self.add_error("issuer_name", f"The library has “{known}” already: choose it as the publication.")
        return issuer

    @property
    def chosen_rests(self) -> list[Rest]:
        """Those that were ticked."""
        numbers = self.cleaned_data.get(RESTS, [])
        return [self.suggestion.rests[int(number)] for number in numbers]

    @property
    def keeps_text(self) -> bool:
        return bool(self.cleaned_data.get(KEPT))


def form_for(suggestion: Suggestion, request: HttpRequest, base: type[Any]) -> type[SuggestedForm]:
    """The form with the fields for what is suggested beside the source, so far as the person may enter it."""
    fields: dict[str, Any] = {"suggestion": suggestion}
    if suggestion.issuer and request.user.has_perm("sources.add_publication"):
        fields |= _issuer_fields(suggestion)
    if suggestion.rests:
        choices = [(str(number), _words(rest)) for number, rest in enumerate(suggestion.rests)]
        fields[RESTS] = forms.MultipleChoiceField(
            choices=choices, required=False, widget=forms.CheckboxSelectMultiple, label="It relies on"
        )
    if suggestion.text and request.user.has_perm("sources.add_capture"):
        fields[KEPT] = forms.BooleanField(
            initial=True,
            required=False,
            label=f"Keep its text ({len(suggestion.text):,} characters) as a stored copy",
        )
    return type("SuggestedForm", (SuggestedForm, base), fields)


def _issuer_fields(suggestion: Suggestion) -> dict[str, forms.Field]:
    given = suggestion.issuer
    line = partial(forms.CharField, required=False, widget=forms.TextInput(attrs={"class": "vTextField"}))
    return {
        "issuer_add": forms.BooleanField(initial=True, required=False, label="Enter this publication too"),
        "issuer_name": line(initial=given["name"], label="Its name"),
        "issuer_key": line(initial=given["key"], label="Its key", help_text="Permanent and public."),
        "issuer_kind": forms.ChoiceField(
            choices=PublicationKind.choices(), initial=given["kind"], required=False, label="Its kind"
        ),
        "issuer_url": line(initial=given["url"], label="Its web address"),
    }


def _words(rest: Rest) -> str:
    return f"{Reliance(rest.how).label} {rest.name} – read from: “{rest.words}”"
