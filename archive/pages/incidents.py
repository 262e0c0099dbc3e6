"""An incident's page, as it stands and as an old edition gave it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.addresses import edition_path, incident_path, slug_of
from archive.asked import Asked, BadQuestion, asked
from archive.catalogue import target_of, work_of
from archive.citing import link_header
from archive.keeping import for_everybody, for_good
from archive.models import Edition, with_target
from archive.multilingual import here
from archive.pages.moved import onwards
from archive.pages.render import render_event


@require_safe
@for_everybody
def event(request: HttpRequest, incident: str, slug: str = "") -> HttpResponseBase:
    """The current edition; a wrong slug leads to the right one."""
    edition = current_edition(incident)
    if not edition.text:
        return closed(request, edition)
    if edition.incident != incident:
        address = incident_path(edition.incident, slug_of(edition.record.title))
        return onwards(request, address, anchor=f"merged-{incident}")
    right = slug_of(edition.record.title)
    if slug != right:
        query = request.META.get("QUERY_STRING", "")
        address = here(incident_path(incident, right))
        return HttpResponsePermanentRedirect(address + (f"?{query}" if query else ""))
    return _rendered(request, edition, incident_path(incident))


@require_safe
@for_everybody
def old_edition(request: HttpRequest, incident: str, number: int) -> HttpResponse:
    """An edition as it was published, unless it is redacted or the incident was retracted since.

    Where the incident was merged into another, the other's retraction closes it too.
    """
    current = current_edition(incident)
    edition = edition_at(incident, number, current)
    if not edition.text:
        return closed(request, edition)
    page = edition_path(incident, number)
    if current.incident != incident:
        return _rendered(request, edition, page, merged_into=current.incident)
    return _rendered(request, edition, page, newest=current.number if current.number > number else None)


def edition_at(incident: str, number: int, current: Edition) -> Edition:
    """The edition of that number or, where it is closed, the one without a text that says why.

    `current`: what `current_edition` gives for the incident.
    """
    if current.is_retraction or (current.incident == incident and current.number == number):
        return current
    edition = Edition.objects.for_incident(incident).filter(number=number).first()
    if edition is None:
        raise Http404(f"There is no edition {number} of this incident.")
    return edition.closing() or edition


def closed(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The page that stands where an incident was retracted or an edition redacted: 410, with the reason."""
    return render(request, "errors/410.html", {"edition": edition}, status=410)


def current_edition(incident: str) -> Edition:
    """The newest edition of the incident or, where it was merged into another, of that one."""
    edition = with_target(Edition.objects.for_incident(incident)).order_by("-number").first()
    target: str | None = edition.target if edition else target_of("incidents", incident)  # type: ignore[attr-defined]
    if target:
        return current_edition(target)
    if edition is None:
        raise Http404("The archive holds no incident with this address.")
    return edition


def _rendered(request: HttpRequest, edition: Edition, at: str, **seen_from: Any) -> HttpResponse:
    """The page as asked for; where that cannot be, as published, with what to write beside the field: 400.

    `at`: its path, which those of its twins are made of.
    """
    problem, wanted = None, Asked()
    try:
        wanted = asked(request.GET.dict())
    except BadQuestion as bad:
        problem = bad
    seen_from |= {"rule": wanted.rule, "known_at": wanted.known_at, "updated": edition.last_update()}

    def render() -> str:
        return render_event(edition.record, edition, request=request, problem=problem, **seen_from)

    page = render() if request.GET or settings.DEBUG else for_good(_name(edition, request, seen_from), render)
    links = link_header(at, work_of(edition.record, edition, wanted))
    return HttpResponse(page, status=400 if problem else 200, headers={"Link": links})


def _name(edition: Edition, request: HttpRequest, seen_from: Mapping[str, Any]) -> str:
    """All that the page of an edition rests on where nothing is asked, so that it is made once."""
    return f"page {edition.seal} {request.path} {sorted(seen_from.items())}"
