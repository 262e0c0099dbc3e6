"""An incident, an edition, what either cites, or a source, in other formats: see `archive.citing.twins`."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.addresses import api_incident_path, incident_path, source_path, twin_path
from archive.answers import PublicationAnswer, SourceAnswer
from archive.asked import BadQuestion, asked
from archive.bytes import ready
from archive.catalogue import edition_text, target_of, work_of
from archive.citing import AS_PUBLISHED, BIBLIOGRAPHIES, TWINS, references_text, source_text, twin_text
from archive.models import Edition, IncidentEntry, PublicationEntry, SourceEntry
from archive.pages.incidents import closed, current_edition, edition_at
from archive.pages.moved import onwards
from archive.record import Publication

JSON = "json"


@require_safe
def of_incident(request: HttpRequest, incident: str, ending: str, part: str = "") -> HttpResponseBase:
    """The current edition in the format with that ending; `part` “sources”: what it cites."""
    edition = current_edition(incident)
    if not edition.text:
        return closed(request, edition)
    if edition.incident != incident:
        return onwards(request, twin_path(incident_path(edition.incident) + part, ending))
    return _answer(request, incident) if ending == JSON else _made(request, edition, ending, part)


def _answer(request: HttpRequest, incident: str) -> HttpResponseBase:
    """The API's own answer, with the same bytes; what is asked of it, the API answers itself."""
    if query := request.META.get("QUERY_STRING", ""):
        return HttpResponseRedirect(f"{api_incident_path(incident)}?{query}")
    found = IncidentEntry.objects.filter(pk=incident).values_list("body", "etag").first()
    if found is None:
        raise Http404("The incident is being indexed; ask again in a moment.")
    return ready(request, *found)


@require_safe
def of_edition(
    request: HttpRequest, incident: str, number: int, ending: str, part: str = ""
) -> HttpResponseBase:
    """An edition as it was published; closed where its page is."""
    edition = edition_at(incident, number, current_edition(incident))
    if not edition.text:
        return closed(request, edition)
    return ready(request, edition_text(edition)) if ending == JSON else _made(request, edition, ending, part)


def _made(request: HttpRequest, edition: Edition, ending: str, part: str) -> HttpResponseBase:
    """As a bibliography, as the reader asked to see it; 400 for what cannot be asked."""
    name = "-".join(filter(None, [edition.incident, "edition", str(edition.number), part]))
    try:
        wanted = asked(request.GET.dict()) if ending in BIBLIOGRAPHIES else AS_PUBLISHED
    except BadQuestion as bad:
        return HttpResponse(f"{bad}\n", status=400, content_type="text/plain; charset=utf-8")
    work = work_of(edition.record, edition, wanted)
    text = references_text(ending, work.record) if part else twin_text(ending, work)
    return _file(request, text, name, ending)


@require_safe
def of_source(request: HttpRequest, key: str, ending: str) -> HttpResponseBase:
    """A source as a bibliography of one entry, or as the API gives it."""
    entry = SourceEntry.objects.filter(pk=key).first()
    if entry is None:
        if now := target_of("sources", key):
            return onwards(request, twin_path(source_path(now), ending))
        raise Http404("The archive holds no source with this address.")
    if ending == JSON:
        return ready(request, entry.body, entry.etag)
    source = SourceAnswer.model_validate_json(entry.body)
    return _file(request, source_text(ending, source, _publication(source.publication)), key, ending)


def _publication(key: str | None) -> Publication | None:
    entry = PublicationEntry.objects.filter(pk=key).first() if key else None
    return PublicationAnswer.model_validate_json(entry.body) if entry else None


def _file(request: HttpRequest, text: str, name: str, ending: str) -> HttpResponseBase:
    """The text under a name of its own. Bibliographies are to be saved, the rest can be looked at."""
    media = TWINS[ending].media
    response = ready(request, text, media=media if media.endswith("json") else f"{media}; charset=utf-8")
    way = "attachment" if ending in BIBLIOGRAPHIES else "inline"
    response["Content-Disposition"] = f'{way}; filename="{name}.{ending}"'
    return response
