"""What all pages of the desk have in common."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from archive.record import RecordError
from incidents.admin.announcing import AnnouncingAdmin
from incidents.admin.deletion import keep_what_goes, keep_what_went, not_deleted
from incidents.admin.guard import GuardedAdmin
from incidents.admin.merging import MergingAdmin
from incidents.admin.page import PageAdmin
from incidents.admin.uses import panels
from incidents.history import SUBJECTS, keep, keep_before, subject_of
from incidents.jobs.capturing import ask_for_cited
from incidents.models import Incident
from incidents.used_keys import refuse_used


class DeskAdmin(GuardedAdmin, PageAdmin):
    """A page of the desk: every act keeps the whole record, or the whole shared entity, as it then is."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        subject = subject_of(obj)
        if subject.pk is not None:
            keep_before(subject)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        words = f"{'Changed' if change else 'Added'} {form.instance._meta.verbose_name} “{form.instance}”."
        subject = subject_of(form.instance)
        keep(subject, by=request.user, what=words)  # type: ignore[arg-type]
        if isinstance(subject, Incident):
            ask_for_cited(subject, by=request.user)  # type: ignore[arg-type]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """The states of what the row is part of, in place of Django's own log."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return super().history_view(request, object_id, extra_context)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        subject = subject_of(row)
        return HttpResponseRedirect(reverse("admin:history", args=[SUBJECTS[type(subject)], subject.key]))

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        try:
            return super().delete_view(request, object_id, extra_context)
        except RecordError as error:
            return not_deleted(self, request, error)

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:  # type: ignore[override]
        try:
            return super().response_action(request, queryset)
        except RecordError as error:
            return not_deleted(self, request, error)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        going = keep_what_goes([obj])
        super().delete_model(request, obj)
        keep_what_went(self, request, going)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        with transaction.atomic():
            going = keep_what_goes(queryset)
            super().delete_queryset(request, queryset)
            keep_what_went(self, request, going)


class KeyedAdmin(MergingAdmin, AnnouncingAdmin, DeskAdmin):
    """A page whose rows have a key, which is a public address: it is read-only from the first save on.

    It is never given to a second thing.
    """

    change_form_template = "desk/entity.html"

    def formfield_for_dbfield(self, db_field: Any, request: Any, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field is not None and db_field.name == "key":
            field.validators.append(partial(refuse_used, SUBJECTS[self.model]))
        return field

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        row = options.get("obj")
        if row is not None:
            context["uses"] = panels(row)
        return super().render_change_form(request, context, *args, **options)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        given = super().get_readonly_fields(request, obj)
        return given if obj is None else ("key", *given)
