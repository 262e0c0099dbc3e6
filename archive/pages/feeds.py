"""Atom feeds: what is new, what changed, and what any filter of the list matches.

https://www.rfc-editor.org/rfc/rfc4287
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.addresses import absolute, edition_path, incident_path
from archive.answers import IncidentBrief
from archive.bytes import ready
from archive.filters import BadFilter, IncidentFilters, filtered
from archive.models import Edition, IncidentEntry, lately_changed, newly_published
from archive.news import clean, in_short, text_of, title_of
from archive.pages import asking
from archive.pages.filter_fields import chosen
from archive.vocabulary import EditionKind

#: How many entries a feed has.
MOST = 50
NEW, UPDATED, LISTED = "/feeds/new.atom", "/feeds/updated.atom", "/incidents.atom"


@dataclass(frozen=True, slots=True)
class Entry:
    """`path` is its own for good, and makes its id; `href` is where it is read."""

    path: str
    href: str
    title: str
    text: str
    published: datetime
    updated: datetime


class Feed(Atom1Feed):
    """A feed that no entry is in was never changed, whenever it is asked for."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


@require_safe
def new(request: HttpRequest) -> HttpResponseBase:
    """The incidents that were published last."""
    found = newly_published(MOST)
    incidents = IncidentEntry.objects.in_brief().in_bulk([edition.incident for edition in found])
    entries = [_incident(incidents[edition.incident]) for edition in found]
    return _answer(request, _("New incidents"), NEW, "/incidents/", entries)


@require_safe
def updated(request: HttpRequest) -> HttpResponseBase:
    """Updates, corrections and retractions, each with its public note. Maintenance is none of them."""
    found = lately_changed(MOST)
    titles = IncidentEntry.objects.only("title").in_bulk([edition.incident for edition in found])
    entries = [_change(edition, titles.get(edition.incident)) for edition in found]
    return _answer(request, _("Updates and corrections"), UPDATED, "/incidents/", entries)


@require_safe
def listed(request: HttpRequest) -> HttpResponseBase:
    """The incidents that the filters match, the last changed first."""
    try:
        published = IncidentEntry.objects.published().in_brief()
        found = filtered(published, request.GET, IncidentFilters, blanks=True)[0]
    except BadFilter as bad:
        return HttpResponse(f"{bad}\n", status=400, content_type="text/plain; charset=utf-8")
    kept = asking.filters_of(request.GET)
    query = f"?{kept.urlencode()}" if kept else ""
    entries = [_incident(entry) for entry in found.order_by("-updated_at", "-position")[:MOST]]
    return _answer(request, _title(kept), f"{LISTED}{query}", f"/incidents/{query}", entries)


def _title(asked: QueryDict) -> str:
    words = [_("Incidents"), *filter(None, [asked.get("q", "")])]
    return ", ".join([*words, *(f"{one.title}: {one.label}" for one in chosen(asked))])


def _incident(entry: IncidentEntry) -> Entry:
    return Entry(
        incident_path(entry.key),
        incident_path(entry.key, entry.slug),
        entry.title,
        in_short(IncidentBrief.model_validate_json(entry.brief)),
        entry.first_published_at,
        entry.updated_at,
    )


def _change(edition: Edition, incident: IncidentEntry | None) -> Entry:
    path = edition_path(edition.incident, edition.number)
    kind = EditionKind(edition.kind)
    title = title_of(kind, incident.title if incident else "")
    when = edition.published_at
    return Entry(path, path, title, text_of(kind, edition.note), when, when)


def _answer(
    request: HttpRequest, title: str, path: str, page: str, entries: Iterable[Entry]
) -> HttpResponseBase:
    response = ready(request, _written(title, path, page, entries), media=Feed.content_type)
    response["X-Robots-Tag"] = "noindex"
    return response


def _written(title: str, path: str, page: str, entries: Iterable[Entry]) -> str:
    feed = Feed(
        title=clean(f"{title} – {settings.SITE_NAME}"),
        link=absolute(page, settings.SITE_URL),
        description="",
        language="en",
        author_name=settings.SITE_NAME,
        author_link=absolute("/", settings.SITE_URL),
        feed_url=absolute(path, settings.SITE_URL),
        feed_guid=absolute(path, settings.SITE_URL),
        feed_copyright=settings.DATA_LICENCE or None,
    )
    for entry in entries:
        feed.add_item(
            title=clean(entry.title),
            link=absolute(entry.href, settings.SITE_URL),
            # A summary is HTML, says the generator: what stands there is text.
            description=escape(clean(entry.text)),
            unique_id=absolute(entry.path, settings.SITE_URL),
            pubdate=entry.published,
            updateddate=entry.updated,
        )
    return str(feed.writeString("utf-8"))
