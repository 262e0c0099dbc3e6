"""What all pages of the desk have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from incidents.history import keep, subject_of

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Any]
else:
    Page = admin.ModelAdmin


class DeskAdmin(Page):
    """A page of the desk: every save keeps the whole record, or the whole shared entity, as it then is."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        words = f"{'Changed' if change else 'Added'} {form.instance._meta.verbose_name} “{form.instance}”."
        keep(subject_of(form.instance), by=request.user, what=words)  # type: ignore[arg-type]


class KeyedAdmin(DeskAdmin):
    """A page whose rows have a key, which is a public address: it is read-only from the first save on."""

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        given = super().get_readonly_fields(request, obj)
        return given if obj is None else ("key", *given)
