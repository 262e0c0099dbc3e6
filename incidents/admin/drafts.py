"""Who may change what, by the review state of the incident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from incidents.admin.desk import DeskAdmin
from incidents.models import Attack, Claim, Incident, State
from incidents.review import Person, may_edit

if TYPE_CHECKING:
    Form = forms.ModelForm[Any]
else:
    Form = forms.ModelForm


def may_change(request: HttpRequest, incident: Incident) -> bool:
    """Contributors change drafts; what is in review or approved is changed by those who approve."""
    approves = request.user.has_perm("incidents.approve_incident")
    return may_edit(State(incident.state), Person(changes=True, approves=approves))


class OfIncidentForm(Form):
    """A row that is entered for an incident which its editor may change."""

    request: ClassVar[HttpRequest]

    def clean_incident(self) -> Incident:
        incident: Incident = self.cleaned_data["incident"]
        if not may_change(self.request, incident):
            raise ValidationError(
                f"This incident is {incident.get_state_display()}: ask a reviewer to add to it."
            )
        return incident


class ReviewedAdmin(DeskAdmin):
    """A page on which an incident or a part of it is edited, which its review follows."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        incident = form.instance if isinstance(form.instance, Incident) else form.instance.incident
        before = incident.state
        super().save_related(request, form, formsets, change)
        self.tell_of_review(request, before, incident)

    def tell_of_review(self, request: HttpRequest, before: str, incident: Incident) -> None:
        """Say what the edit did to the incident's review, if it did anything."""
        if incident.state != before and (words := AFTER_EDIT.get(State(before))):
            self.message_user(request, words, messages.WARNING)


AFTER_EDIT = {
    State.APPROVED: "The approval is withdrawn, because the incident was edited: it is in review again.",
    State.PUBLISHED: "Readers go on seeing the last edition: this change waits at the desk as a draft.",
}


class OfIncidentAdmin(ReviewedAdmin):
    """Rows of an incident: they stay with it and keep their number."""

    form = OfIncidentForm
    shown_beside: tuple[str, ...] = ("incident",)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **options)
        form.request = request
        return form

    def save_model(self, request: HttpRequest, obj: Attack | Claim, form: Any, change: bool) -> None:
        """Store the row while nobody publishes its incident, so that no edition holds half of a change."""
        Incident.objects.select_for_update().get(pk=obj.incident_id)
        super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: Attack | Claim) -> None:
        with self._telling_of_review(request, [obj.incident_id]):
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        incidents = sorted(set(queryset.values_list("incident_id", flat=True)))
        with self._telling_of_review(request, incidents):
            super().delete_queryset(request, queryset)

    @contextmanager
    def _telling_of_review(self, request: HttpRequest, incidents: Sequence[int]) -> Iterator[None]:
        """Hold these incidents, and say in the end what the deletion did to their reviews."""
        with transaction.atomic():
            held = list(Incident.objects.select_for_update().filter(pk__in=incidents).order_by("pk"))
            before = [incident.state for incident in held]
            yield
            for incident, state in zip(held, before, strict=True):
                incident.refresh_from_db(fields=["state"])
                self.tell_of_review(request, state, incident)

    def has_delete_permission(self, request: HttpRequest, obj: Attack | Claim | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or may_change(request, obj.incident))

    def get_readonly_fields(self, request: HttpRequest, obj: Attack | Claim | None = None) -> Any:
        return ("number",) if obj is None else ("number", "incident")

    def has_change_permission(self, request: HttpRequest, obj: Attack | Claim | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_change(request, obj.incident))
