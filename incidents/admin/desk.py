"""What all pages of the desk have in common."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from incidents.admin.deletion import keep_what_goes, keep_what_went
from incidents.admin.guard import GuardedAdmin
from incidents.history import SUBJECTS, keep, keep_before, subject_of


class DeskAdmin(GuardedAdmin):
    """A page of the desk: every act keeps the whole record, or the whole shared entity, as it then is."""

    show_full_result_count = False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        subject = subject_of(obj)
        if subject.pk is not None:
            keep_before(subject)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        words = f"{'Changed' if change else 'Added'} {form.instance._meta.verbose_name} “{form.instance}”."
        keep(subject_of(form.instance), by=request.user, what=words)  # type: ignore[arg-type]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """The states of what the row is part of, in place of Django's own log."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return super().history_view(request, object_id, extra_context)
        subject = subject_of(row)
        return HttpResponseRedirect(reverse("admin:history", args=[SUBJECTS[type(subject)], subject.key]))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        going = keep_what_goes([obj])
        super().delete_model(request, obj)
        keep_what_went(self, request, going)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        with transaction.atomic():
            going = keep_what_goes(queryset)
            super().delete_queryset(request, queryset)
            keep_what_went(self, request, going)


class KeyedAdmin(DeskAdmin):
    """A page whose rows have a key, which is a public address: it is read-only from the first save on."""

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        given = super().get_readonly_fields(request, obj)
        return given if obj is None else ("key", *given)
