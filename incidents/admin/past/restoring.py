"""The way back: what it would change is shown first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from archive.figures import with_figures
from archive.record import RecordError
from archive.record.entities import Part
from incidents.admin.past.common import answer, name_of, state_of
from incidents.admin.past.words import between_parts, between_records
from incidents.build import build
from incidents.history import Kept, hold, part_now, part_of, record_of, thing
from incidents.models import Incident, Snapshot
from incidents.restoring import NotRestorable, made_anew, restore, with_entities_of_today


def bring_back(request: HttpRequest, number: int) -> HttpResponse:
    """Ask first, then go back to the state; ask again where somebody saved in between."""
    state, page = state_of(request, number)
    with transaction.atomic():
        now = thing(state)
        if not may_restore(request, page, now):
            raise PermissionDenied
        if now is not None:
            hold(now)
        newest = Snapshot.objects.of(state.subject, state.key).values_list("pk", flat=True).first()
        if request.method == "POST" and request.POST.get("newest") == str(newest):
            return _restored(request, state, page)
        if request.method == "POST":
            words = "Nothing is restored yet: somebody saved meanwhile. Look at the difference again."
            page.message_user(request, words, messages.WARNING)
        return _asked(request, state, page, newest)


def may_restore(request: HttpRequest, page: Any, now: Kept | None) -> bool:
    """Whoever may change a thing takes it back; whoever may delete and add such things brings one back."""
    if now is not None:
        return bool(page.has_change_permission(request, now))
    return bool(page.has_delete_permission(request) and page.has_add_permission(request))


def _restored(request: HttpRequest, state: Snapshot, page: Any) -> HttpResponse:
    try:
        row = restore(state, by=request.user)  # type: ignore[arg-type]
    except NotRestorable as error:
        for reason in error.reasons:
            page.message_user(request, f"It is not restored. {reason}", messages.ERROR)
        return HttpResponseRedirect(reverse("admin:history", args=[state.subject, state.key]))
    words = f"The {name_of(state)} is again as it was on {state.at:%-d %B %Y at %H:%M} UTC."
    page.message_user(request, words, messages.SUCCESS)
    address = f"admin:{page.opts.app_label}_{page.opts.model_name}_change"
    return HttpResponseRedirect(reverse(address, args=[row.pk]))


def _asked(request: HttpRequest, state: Snapshot, page: Any, newest: int | None) -> HttpResponse:
    try:
        changes, anew = _changes(state)
    except RecordError as error:
        for reason in error.problems:
            page.message_user(request, f"It cannot be restored. {reason}", messages.ERROR)
        return HttpResponseRedirect(reverse("admin:history", args=[state.subject, state.key]))
    now = thing(state)
    more = {"changes": changes, "anew": anew, "newest": newest, "is_there": now is not None}
    title = f"Restore the {state.get_subject_display()} “{now or state.key}”"
    return answer(request, "restore", title, state=state, opts=page.opts, **more)


def _changes(state: Snapshot) -> tuple[list[str], Sequence[Part]]:
    """What restoring would change, a sentence each, and the entities that it would make anew.

    Raises RecordError where the state, or what is at the desk, cannot be read.
    """
    now = thing(state)
    if not isinstance(now, Incident):
        if state.subject != "incidents":
            return ([] if now is None else between_parts(part_now(now), part_of(state))), ()
        return [], made_anew(record_of(state))
    then = with_figures(with_entities_of_today(record_of(state)))
    return between_records(build(now), then), made_anew(record_of(state))
