"""Attacks in the admin: rows of the incident's page, and a list of their own to search in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from incidents.admin.drafts import OfIncidentAdmin
from incidents.admin.widgets import NamedInCells, Typed
from incidents.models import Attack, Incident

if TYPE_CHECKING:
    AttackRows = admin.TabularInline[Attack, Incident]
else:
    AttackRows = admin.TabularInline

SETTLED = ("label", ("place", "date"), ("type", "target", "weapon"))


class AttackInline(NamedInCells, Typed, AttackRows):
    model = Attack
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
