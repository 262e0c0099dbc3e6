"""An incident's pages: as it stands, as an old edition gave it, and its history."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.addresses import incident_path, slug_of
from archive.asked import BadQuestion, asked
from archive.models import Edition
from archive.pages.render import render_event


@require_safe
def event(request: HttpRequest, incident: str, slug: str = "") -> HttpResponseBase:
    """The current edition; a wrong slug leads to the right one."""
    edition = _current(incident)
    if not edition.text:
        return closed(request, edition)
    right = slug_of(edition.record.title)
    if slug != right:
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(incident_path(incident, right) + (f"?{query}" if query else ""))
    return _rendered(request, edition)


@require_safe
def old_edition(request: HttpRequest, incident: str, number: int) -> HttpResponse:
    """An edition as it was published, unless it is redacted or the incident was retracted since."""
    current = _current(incident)
    if current.is_retraction or current.number == number:
        return closed(request, current) if not current.text else _rendered(request, current)
    edition = Edition.objects.for_incident(incident).filter(number=number).first()
    if edition is None:
        raise Http404(f"There is no edition {number} of this incident; the newest is {current.number}.")
    if closing := edition.closing():
        return closed(request, closing)
    return _rendered(request, edition, newest=current.number)


@require_safe
def history(request: HttpRequest, incident: str) -> HttpResponse:
    """Every edition, newest first. The title is that of the newest."""
    current = _current(incident)
    if not current.text:
        return closed(request, current)
    editions = Edition.objects.for_incident(incident).defer("text").order_by("-number")
    context = {"record": current.record, "slug": slug_of(current.record.title), "editions": editions}
    return render(request, "event/history.html", context)


def closed(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The page that stands where an incident was retracted or an edition redacted: 410, with the reason."""
    return render(request, "errors/410.html", {"edition": edition}, status=410)


def _current(incident: str) -> Edition:
    edition = Edition.objects.for_incident(incident).order_by("-number").first()
    if edition is None:
        raise Http404("The archive holds no incident with this address.")
    return edition


def _rendered(request: HttpRequest, edition: Edition, newest: int | None = None) -> HttpResponse:
    try:
        wanted = asked(request.GET.dict())
    except BadQuestion as problem:
        return render(request, "400.html", {"problems": [str(problem)]}, status=400)
    page = render_event(edition.record, edition, rule=wanted.rule, known_at=wanted.known_at, newest=newest)
    return HttpResponse(page)
