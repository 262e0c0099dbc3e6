"""Incidents and conflicts in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from archive.addresses import incident_path, slug_of
from archive.models import Edition
from incidents.admin.actions import (
    NoteForm,
    approve,
    publish_chosen,
    publish_correction,
    retract_chosen,
    send_back,
    send_to_review,
)
from incidents.admin.attacks import AttackInline
from incidents.admin.desk import KeyedAdmin
from incidents.admin.drafts import ReviewedAdmin, may_change
from incidents.admin.headlines import HeadlinesAdmin
from incidents.admin.periods import WhenFilter
from incidents.admin.rows_beside import rows_beside
from incidents.admin.shared import SharedAdmin
from incidents.admin.shelves import ShelfFilter
from incidents.admin.tables import claim_table, wish_of
from incidents.admin.worksheet.addresses import WorksheetAdmin, worksheets
from incidents.models import Conflict, Incident
from incidents.used_keys import free_id


@admin.register(Conflict)
class ConflictAdmin(SharedAdmin):
    list_display = ("name", "key")
    search_fields = ("name", "key")


@admin.register(Incident)
class IncidentAdmin(HeadlinesAdmin, WorksheetAdmin, ReviewedAdmin, KeyedAdmin):
    change_form_template = "admin/incidents/incident/change_form.html"
    list_display = ("title", "key", "date", "place", "state")
    list_filter = (ShelfFilter, "state", WhenFilter)
    shown_beside = ("place",)
    search_fields = ("key", "title")
    search_help_text = "The public id, or words of the title or the place."
    sortable_by = ("key",)
    autocomplete_fields = ("place",)
    fields = (("title", "key"), ("date", "place", "state"))
    readonly_fields = ("state",)
    inlines = (AttackInline,)
    actions = (
        send_to_review,
        approve,
        send_back,
        publish_chosen,
        publish_correction,
        retract_chosen,
    )
    action_form = NoteForm

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new incident has an id already, which its editor may replace."""
        return {"key": free_id(), **super().get_changeform_initial_data(request)}

    def has_change_permission(self, request: HttpRequest, obj: Incident | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_change(request, obj))

    def save_model(self, request: HttpRequest, obj: Incident, form: Any, change: bool) -> None:
        """Store the row, but for its state, which somebody may have moved since it was read."""
        if change:
            states = Incident.objects.select_for_update().values_list("state", flat=True)
            obj.state = states.get(pk=obj.pk)
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Incident | None = None) -> bool:
        """An incident that was ever published keeps its numbers: it is retracted, not deleted."""
        published = obj is not None and Edition.objects.for_incident(obj.key).exists()
        return super().has_delete_permission(request, obj) and not published

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without deleting many at once, which would pass over what was published."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def has_approve_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("incidents.approve_incident")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("incidents.publish_incident")

    def has_retract_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("incidents.retract_incident")

    def view_on_site(self, obj: Incident) -> str | None:
        """The public page, once there is one."""
        published = Edition.objects.for_incident(obj.key).current().readable().exists()
        return incident_path(obj.key, slug_of(obj.title)) if published else None

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        incident = options.get("obj")
        if incident is not None:
            rows = rows_beside(incident)
            may_add = may_change(request, incident) and request.user.has_perm("incidents.add_claim")
            context |= {
                "claims": claim_table(incident, wish_of(request.GET), rows.claims),
                "dataset_rows": rows,
                "worksheets": worksheets(self.admin_site, incident) if may_add else None,
                "may_add_claims": may_add,
            }
        return super().render_change_form(request, context, *args, **options)
