"""The desk's page of what readers ask to have corrected: who took it, and what became of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from archive.addresses import absolute
from archive.corrections import RequestState, subject_of
from archive.models import CorrectionRequest
from incidents.admin.page import PageAdmin
from incidents.models import Incident

CHANGED = "Somebody changed this meanwhile: it is “%s” now. Look again, and save it once more."


class AnswerForm(forms.ModelForm[CorrectionRequest]):
    """What became of a request; saved only over what its editor saw."""

    class Meta:
        model = CorrectionRequest
        fields = ("state", "note")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.show_hidden_initial = True

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for name in self.fields:
            now = getattr(CorrectionRequest.objects.get(pk=self.instance.pk), name)
            if _plain(self.data.get(self.add_initial_prefix(name), now)) != _plain(now):
                self.add_error(name, CHANGED % now)
        return cleaned


def _plain(text: str) -> str:
    """As it is stored: browsers send each line with an end of two characters."""
    return text.replace("\r\n", "\n").strip()


@admin.register(CorrectionRequest)
class CorrectionRequestAdmin(PageAdmin):
    """Requests come from the reading room; here they are taken, answered or declined."""

    form = AnswerForm
    list_display = ("page", "kind", "state", "taken_by", "asked_at")
    list_filter = ("state", "kind")
    search_fields = ("page",)
    actions = None
    readonly_fields = (
        *("asked_at", "kind", "public_page", "incident", "text", "source", "name", "email"),
        "taken_by",
    )
    fieldsets = (
        ("What is asked", {"fields": ("kind", "public_page", "incident", "text", "source")}),
        ("Who asks", {"fields": ("name", "email", "asked_at")}),
        ("What became of it", {"fields": ("state", "taken_by", "note")}),
    )

    @admin.display(description="page")
    def public_page(self, asked: CorrectionRequest) -> str:
        # Only paths are stored, so that the link leads nowhere else.
        return format_html(
            '<a href="{}"><bdi>{}</bdi></a>', absolute(asked.page, settings.SITE_URL), asked.page
        )

    @admin.display(description="at the desk")
    def incident(self, asked: CorrectionRequest) -> str:
        """The incident that the page shows; nothing where it is no incident's or is not at the desk."""
        subject = subject_of(asked.page)
        found = Incident.objects.filter(key=subject.incident).first() if subject else None
        if found is None:
            return "–"
        address = reverse("admin:incidents_incident_change", args=[found.pk])
        return format_html('<a href="{}"><bdi>{}</bdi></a>', address, found.title)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: CorrectionRequest, form: Any, change: bool) -> None:
        """Whoever first takes it up stays its editor, until it is new again."""
        if obj.state == RequestState.NEW:
            obj.taken_by = ""
        elif not obj.taken_by:
            obj.taken_by = request.user.get_username()
        super().save_model(request, obj, form, change)
