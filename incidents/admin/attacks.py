"""Attacks in the admin: rows of the incident's page, and a list of their own to search in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet

from incidents.admin.drafts import OfIncidentAdmin
from incidents.admin.widgets import NamedInCells, Typed
from incidents.models import Attack, Incident

if TYPE_CHECKING:
    AttackRows = admin.TabularInline[Attack, Incident]
    AttackForms = BaseInlineFormSet[Attack, Incident, Any]
else:
    AttackRows = admin.TabularInline
    AttackForms = BaseInlineFormSet

SETTLED = ("label", ("place", "date"), ("type", "target", "weapon"))


class AttackFormSet(AttackForms):
    """The box that takes a row out stands in a cell without a label, and so bears its own."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].widget.attrs["aria-label"] = "Delete this attack"


class AttackInline(NamedInCells, Typed, AttackRows):
    model = Attack
    formset = AttackFormSet
    extra = 1
    fields = ("number", "label", "place", "date", "type", "target", "weapon")
    readonly_fields = ("number",)
    autocomplete_fields = ("place",)


@admin.register(Attack)
class AttackAdmin(OfIncidentAdmin):
    list_display = ("__str__", "place", "date", "type", "target", "weapon")
    shown_beside = (
        "incident",
        "place",
    )
    ordering = ("-pk",)
    search_fields = ("label", "number")
    search_help_text = "An incident’s public id, with an attack’s number or without; or words of the label."
    sortable_by = ()
    autocomplete_fields = ("incident", "place")
    fields = ("incident", "number", *SETTLED)
