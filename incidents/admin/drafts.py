"""Who may change what, by the review state of the incident."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from incidents.admin.desk import DeskAdmin
from incidents.models import Attack, Claim, Incident, State

if TYPE_CHECKING:
    Form = forms.ModelForm[Any]
else:
    Form = forms.ModelForm


def may_change(request: HttpRequest, incident: Incident) -> bool:
    """Contributors change drafts; what is in review or approved is changed by those who approve."""
    return incident.state == State.DRAFT or request.user.has_perm("incidents.approve_incident")


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


class OfIncidentAdmin(DeskAdmin):
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

    def get_readonly_fields(self, request: HttpRequest, obj: Attack | Claim | None = None) -> Any:
        return ("number",) if obj is None else ("number", "incident")

    def has_change_permission(self, request: HttpRequest, obj: Attack | Claim | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_change(request, obj.incident))
