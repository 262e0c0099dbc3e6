"""Pages of what incidents share: a change that readers see is asked for through the queue."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.record import RecordError
from archive.record.entities import Part
from incidents.admin.desk import KeyedAdmin
from incidents.history import SUBJECTS
from incidents.library import parts_of
from incidents.maintenance import count_shown, renew_later
from incidents.models import Job, JobState


class SharedAdmin(KeyedAdmin):
    """A page whose rows published incidents may show: they are renewed when what readers see is changed."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        form.shown_before = as_shown(obj)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change and form.shown_before != as_shown(form.instance):
            announce(self, request, form.instance)


def as_shown(row: Any) -> Part | None:
    """What its stored rows say that readers would see; None where they say nothing valid."""
    try:
        return parts_of(SUBJECTS[type(row)], [row.key]).get(row.key)
    except RecordError:
        return None


def announce(page: SharedAdmin, request: HttpRequest, row: Any) -> None:
    """Ask for the renewal, and tell the editor what will come of it."""
    subject = SUBJECTS[type(row)]
    job = renew_later(subject, row.key, by=request.user)  # type: ignore[arg-type]
    if job is not None:
        page.message_user(request, _words(job, count_shown(subject, [row.key])), messages.INFO)


def _words(job: Job, shown: str) -> SafeString:
    address = reverse("admin:incidents_job_change", args=[job.pk])
    if job.state == JobState.HELD:
        text = 'Readers of {} see this change once an editor <a href="{}">lets it out</a>.'
    else:
        text = '{} will soon show this as it is now: <a href="{}">see how far that has come</a>.'
    return format_html(text, shown, address)
