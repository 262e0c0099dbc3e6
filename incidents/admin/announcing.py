"""Adding something that may be there already: announced before it is saved, with ways to look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import quote
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from incidents.alike import alike
from incidents.models import Incident

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Any]
    Form = forms.ModelForm[Any]
else:
    Page, Form = admin.ModelAdmin, forms.ModelForm

#: How many of what is alike are named.
LISTED = 10
#: The name under which a form says that what it holds is another.
ANOTHER = "is_another"


class AnnouncingForm(Form):
    """A new row that is saved only once somebody has looked at what is like it, or there is nothing."""

    address: ClassVar[str]

    def clean(self) -> Any:
        cleaned = super().clean()
        found = alike(self._meta.model, self.cleaned_data)
        is_another = bool(self.data.get(ANOTHER))
        if found and (self.errors or not is_another):
            self.add_error(None, announcement(found, self.address, ticked=is_another))
        return cleaned


class AnnouncingAdmin(Page):
    """A page on which what is added is compared with what is there."""

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form = super().get_form(request, obj, change=change, **options)
        if obj is not None:
            return form
        address = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return type("Announcing" + form.__name__, (AnnouncingForm, form), {"address": address})


def announcement(found: Sequence[Any], address: str, *, ticked: bool) -> SafeString:
    """What is alike, with links, and a box to tick for what is another thing all the same."""
    kind = "event" if isinstance(found[0], Incident) else str(found[0]._meta.verbose_name)
    near = "There is an incident near this one in time and place:"
    links = format_html_join(
        "",
        '<li><a href="{}" target="_blank" rel="noopener">{}</a></li>',
        ((reverse(address, args=[quote(one.pk)]), one) for one in found[:LISTED]),
    )
    more = format_html("<li>and {} more</li>", len(found) - LISTED) if len(found) > LISTED else ""
    return format_html(
        '{}<ul>{}{}</ul><label><input type="checkbox" name="{}" value="1"{}> {}</label>',
        near if kind == "event" else f"The desk knows this {kind} already, or one like it:",
        links,
        more,
        ANOTHER,
        SafeString(" checked") if ticked else "",
        f"This is another {kind}: save it",
    )
