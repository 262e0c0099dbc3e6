"""Sitemaps, which lead crawlers to everything published, and robots.txt, which keeps them from the rest.

Of an incident, the time is that of its last edition that is not mere maintenance; of an entity, that of the
edition that its page follows. https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from math import ceil
from typing import Any
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.addresses import absolute, entity_path, incident_path
from archive.bytes import ready
from archive.keeping import until_published
from archive.models import (
    ActorEntry,
    ConflictEntry,
    IncidentEntry,
    PlaceEntry,
    PublicationEntry,
    SharedEntry,
    SourceEntry,
)

#: How many addresses a file has, and how many files an index may name.
FILE, FILES = 10_000, 50_000
#: The pages that are there whatever is published.
PAGES = (
    *("/", "/incidents/", "/actors/", "/places/", "/conflicts/", "/publications/", "/sources/"),
    *("/about/", "/about/method/", "/about/codebook/", "/about/using/", "/about/licence/"),
    *("/about/corrections/", "/data/"),
)
SHARED: tuple[type[SharedEntry], ...] = (
    ActorEntry,
    PlaceEntry,
    ConflictEntry,
    PublicationEntry,
    SourceEntry,
)
ENTITIES = {model.listed_as: model for model in SHARED}
INCIDENTS, ABOUT = "incidents", "about"

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

ROBOTS = """\
User-agent: *
# The same lists narrowed, compared or as known on a day: without end, and all of it is in the sitemap.
Disallow: /*?
Disallow: /incidents/by/
# Whole downloads, and the desk.
Disallow: /incidents.csv
Disallow: /incidents.ndjson
Disallow: /api/
Disallow: /desk/

Sitemap: {sitemap}
"""

Address = tuple[str, datetime | None]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    text = ROBOTS.format(sitemap=absolute("/sitemap.xml", settings.SITE_URL))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """Every file of addresses. It gives no times: those of the pages are in the files."""
    files = until_published("sitemaps", lambda: list(_files()))
    lines = "".join(f"<sitemap>{_location(file)}</sitemap>\n" for file in files)
    return _xml(request, f"{HEAD}<sitemapindex {SPACE}>\n{lines}</sitemapindex>\n")


@require_safe
def about(request: HttpRequest) -> HttpResponseBase:
    return _addresses(request, ((page, None) for page in PAGES))


@require_safe
def section(request: HttpRequest, section: str, number: int) -> HttpResponseBase:
    """A file of the section, counted from one. Raises Http404."""
    begin = _begin(section, number) if section in SECTIONS and 0 < number <= FILES else None
    if begin is None:
        raise Http404("There is no such sitemap.")
    return _addresses(request, SECTIONS[section](begin))


def _files() -> Iterator[str]:
    yield f"/sitemaps/{ABOUT}.xml"
    for name in SECTIONS:
        yield from (f"/sitemaps/{name}/{number}.xml" for number in range(1, _most(name) + 1))


def _most(name: str) -> int:
    """How many files the section has."""
    return ceil(_keys(name).count() / FILE)


def _begin(name: str, number: int) -> str | None:
    """The key with which the file begins; found in the index alone, so that no row before it is read."""
    found: str | None = _keys(name).order_by("key")[(number - 1) * FILE :].first()
    return found


def _keys(name: str) -> QuerySet[Any, str]:
    rows: QuerySet[Any] = (ENTITIES.get(name) or IncidentEntry)._default_manager.all()
    return rows.values_list("key", flat=True)


def _incidents(begin: str) -> Iterator[Address]:
    found = IncidentEntry.objects.published().filter(key__gte=begin).order_by("key")
    rows = found.values_list("key", "slug", "updated_at")[:FILE]
    return ((incident_path(key, slug), changed) for key, slug, changed in rows)


def _entities(model: type[SharedEntry]) -> Callable[[str], Iterator[Address]]:
    def listed(begin: str) -> Iterator[Address]:
        found = model.objects.filter(key__gte=begin).order_by("key")
        rows = found.values_list("key", "edition__published_at")[:FILE]
        return ((entity_path(model.listed_as, key), changed) for key, changed in rows)

    return listed


SECTIONS: Mapping[str, Callable[[str], Iterator[Address]]] = {
    INCIDENTS: _incidents,
    **{name: _entities(model) for name, model in ENTITIES.items()},
}


def _addresses(request: HttpRequest, addresses: Iterable[Address]) -> HttpResponseBase:
    lines = "".join(f"<url>{_location(path)}{_changed(when)}</url>\n" for path, when in addresses)
    return _xml(request, f"{HEAD}<urlset {SPACE}>\n{lines}</urlset>\n")


def _location(path: str) -> str:
    return f"<loc>{escape(absolute(path, settings.SITE_URL))}</loc>"


def _changed(when: datetime | None) -> str:
    return f"<lastmod>{when.isoformat(timespec='seconds')}</lastmod>" if when else ""


def _xml(request: HttpRequest, text: str) -> HttpResponseBase:
    response = ready(request, text, media="application/xml; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    return response
