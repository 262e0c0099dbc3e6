"""The form of a claim as the worksheet shows it: its incident and its source are those of the address."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from incidents.admin.claim_form import ClaimForm
from incidents.admin.claims import CitationInline
from incidents.models import Incident


class WorksheetForm(ClaimForm):
    """The claim's own form and rules; `sheet_of` is the incident of the address."""

    sheet_of: ClassVar[Incident]

    def clean_incident(self) -> Incident:
        incident = super().clean_incident()
        if incident != self.sheet_of:
            raise ValidationError("This worksheet is another incident’s: open the one of this incident.")
        return incident


class OneCitation(CitationInline):
    """The citation of the source whose text is read."""

    max_num = 1
    verbose_name_plural = "citation"
    fields: ClassVar[Any] = (("locator", "stance"), "quote", "reported_via", "source")
    autocomplete_fields: ClassVar[Any] = ("reported_via",)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        return hidden(super().formfield_for_dbfield(db_field, request, **options), db_field.name == "source")


def hidden(field: Any, hide: bool = True) -> Any:
    if hide:
        field.widget = forms.HiddenInput()
    return field
