"""Incidents and conflicts in the admin."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

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
from incidents.admin.drafts import may_change
from incidents.admin.shelves import ShelfFilter
from incidents.models import Conflict, Incident


@admin.register(Conflict)
class ConflictAdmin(KeyedAdmin):
    list_display = ("name", "key")
    search_fields = ("name", "key")


@admin.register(Incident)
class IncidentAdmin(KeyedAdmin):
    list_display = ("title", "key", "date", "place", "state", "claims_link")
    list_filter = (ShelfFilter, "state")
    list_select_related = ("place",)
    search_fields = ("=key", "title", "place__name", "place__names__text")
    date_hierarchy = "date_earliest"
    autocomplete_fields = ("place",)
    fields = ("key", "title", "date", "place", "state", "claims_link", "new_claim_link")
    readonly_fields = ("state", "claims_link", "new_claim_link")
    inlines = (AttackInline,)
    actions = (send_to_review, approve, send_back, publish_chosen, publish_correction, retract_chosen)
    action_form = NoteForm

    def has_change_permission(self, request: HttpRequest, obj: Incident | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_change(request, obj))

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

    @admin.display(description="claims")
    def claims_link(self, incident: Incident) -> SafeString | str:
        return self._link("changelist", {"incident__id__exact": incident.pk}, "See its claims")

    @admin.display(description="new claim")
    def new_claim_link(self, incident: Incident) -> SafeString | str:
        return self._link("add", {"incident": incident.pk}, "Add a claim")

    def _link(self, page: str, query: dict[str, int | None], words: str) -> SafeString | str:
        if None in query.values():
            return "Save the incident first."
        address = f"{reverse(f'admin:incidents_claim_{page}')}?{urlencode(query)}"
        return format_html('<a href="{}">{}</a>', address, words)
