"""The states of a thing, one of them, and two compared."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from archive.asked import Asked, BadQuestion, asked
from archive.pages.render import render_event
from archive.record import RecordError
from incidents.admin.past.common import PER_PAGE, answer, desk_page, name_of, number_in, state_of
from incidents.admin.past.words import differences, rows_of
from incidents.history import part_of, record_of
from incidents.models import Snapshot, Subject


def history(request: HttpRequest, subject: str, key: str) -> HttpResponse:
    """All states of one thing, the newest first; those before the state `before`, if there is one."""
    page = desk_page(request, subject)
    states = Snapshot.objects.of(subject, key).without_texts()
    if before := number_in(request.GET.get("before")):
        states = states.filter(pk__lt=before)
    found = list(states[: PER_PAGE + 1])
    row = page.model._default_manager.filter(key=key).first()
    if row is None and not found:
        raise Http404
    more = {
        "states": found[:PER_PAGE],
        "older": found[PER_PAGE - 1].pk if found[PER_PAGE:] else None,
        "row": row,
        "opts": page.opts,
    }
    title = f"History of the {page.opts.verbose_name} “{row or key}”"
    return answer(request, "history", title, subject=subject, key=key, **more)


def state(request: HttpRequest, number: int) -> HttpResponse:
    """One state: of an incident as its public page would be, of an entity as a table."""
    found, page = state_of(request, number)
    if not found.text:
        return HttpResponseRedirect(reverse("admin:history", args=[found.subject, found.key]))
    try:
        if found.subject == Subject.INCIDENTS:
            question = _asked(request)
            back = reverse("admin:history", args=[found.subject, found.key])
            page_text = render_event(
                record_of(found), past=found, rule=question.rule, known_at=question.known_at, back=back
            )
            return HttpResponse(page_text)
        rows = rows_of(part_of(found))
    except RecordError as error:
        raise Http404 from error
    title = f"The {name_of(found)} as it was"
    return answer(request, "state", title, state=found, rows=rows, opts=page.opts)


def _asked(request: HttpRequest) -> Asked:
    """The rule and the day that the page's own form asks for; what cannot be read asks for nothing."""
    try:
        return asked(request.GET.dict())
    except BadQuestion:
        return Asked()


def compare(request: HttpRequest, subject: str, key: str) -> HttpResponse:
    """What differs between the states `old` and `new`, in words, whichever of them is the older."""
    page = desk_page(request, subject)
    asked = {number_in(request.GET.get(name)) for name in ("old", "new")}
    pair = list(Snapshot.objects.of(subject, key).filter(pk__in=asked).select_related("by"))
    if len(pair) != 2:
        page.message_user(request, "Choose two different states to compare.", messages.WARNING)
        return HttpResponseRedirect(reverse("admin:history", args=[subject, key]))
    new, old = pair
    more = {"old": old, "new": new, "differences": differences(old, new), "opts": page.opts}
    return answer(request, "compare", f"The {name_of(new)}: two states compared", **more)
