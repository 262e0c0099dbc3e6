"""What the library has of what is suggested. Each question is a few queries, however large the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.db.models import QuerySet
from rapidfuzz.fuzz import token_set_ratio

from archive.dates import DateError, bounds
from archive.keys import LONGEST_KEY
from archive.vocabulary import SourceKind
from incidents.models import FormerKey, Subject
from sources.addresses import host_of, spellings, up_to_number
from sources.captures.reliance import Lead
from sources.likeness import folded, likeness
from sources.models import Publication, Source

#: How many sources are named, and how many are compared.
LISTED, COMPARED = 5, 500
#: Titles are near where so many of a hundred of their letters agree, and so many days lie between them.
NEAR, DAYS = 85, 3


def known_at(addresses: Iterable[str]) -> list[Source]:
    """The sources that stand at one of these addresses, however it was written."""
    written = {one for address in addresses if address for one in spellings(address)}
    marks = {likeness(one, "url") for one in written} - {""}
    rows = Source.objects.filter(url_likeness__in=marks).select_related("publication")
    return list(rows.order_by("pk")[:LISTED])


def perhaps_at(address: str) -> list[Source]:
    """The sources whose address has the same host and path up to the document's number."""
    if not (known := up_to_number(address)):
        return []
    rows = Source.objects.filter(words__found=known).select_related("publication").order_by("pk")
    return [one for one in rows[:COMPARED] if up_to_number(one.url) == known][:LISTED]


def issuer_of(name: str, address: str) -> Publication | None:
    """The publication of this name or, failing that, the one to which the address's host belongs."""
    return named([name]) or (_of_host(host) if (host := host_of(address)) else None)


def named(names: Iterable[str]) -> Publication | None:
    """The publication that bears the first of these names that any bears."""
    marks = [mark for name in names if (mark := likeness(name))]
    found = {one.likeness: one for one in Publication.objects.filter(likeness__in=marks).order_by("-pk")}
    return next((found[mark] for mark in marks if mark in found), None)


def _of_host(host: str) -> Publication | None:
    own = [
        f"{scheme}://{www}{host}{end}"
        for scheme in ("https", "http")
        for www in ("", "www.")
        for end in ("", "/")
    ]
    by_address = Publication.objects.filter(url__in=own).order_by("pk").first()
    return by_address or _of_sources_at(host) or named([host, host.partition(".")[0]])


def _of_sources_at(host: str) -> Publication | None:
    """The publication of most sources at the host."""
    rows = Source.objects.filter(words__found=host, publication__isnull=False).order_by()
    found = rows.values_list("url", "publication")[:COMPARED]
    counted = Counter(publication for url, publication in found if host_of(url) == host)
    most = counted.most_common(1)
    return Publication.objects.filter(pk=most[0][0]).first() if most else None


def near_titles(title: str, published: str) -> list[Source]:
    """The sources of the same title, and those of a title near it that appeared in the days around."""
    if not (mark := likeness(title)):
        return []
    rows = Source.objects.exclude(kind=SourceKind.DATASET_ROW).select_related("publication").order_by("-pk")
    same = list(rows.filter(likeness=mark)[:LISTED])
    around = [(_nearness(title, one.title), one) for one in _around(rows, published) if one not in same]
    near = sorted((pair for pair in around if pair[0] >= NEAR), key=lambda pair: -pair[0])
    return [*same, *(one for _, one in near)][:LISTED]


def _around(rows: QuerySet[Source], published: str) -> QuerySet[Source]:
    """Those that appeared in the days around; none where the day is not known."""
    try:
        day = bounds(published).earliest if published else None
        span = (day - timedelta(DAYS), day + timedelta(DAYS)) if day else None
    except (DateError, OverflowError):
        span = None
    return rows.filter(published_earliest__range=span)[:COMPARED] if span else rows.none()


def _nearness(one: str, other: str) -> float:
    return token_set_ratio(folded(one), folded(other))


def known_among(leads: Sequence[Lead]) -> dict[Lead, Publication]:
    """The publications of those leads of which the library has one: one query."""
    marks = {likeness(name) for lead in leads for name in lead.names}
    found = {one.likeness: one for one in Publication.objects.filter(likeness__in=marks).order_by("-pk")}
    known: dict[Lead, Publication] = {}
    for lead in leads:
        own = [found[mark] for name in lead.names if (mark := likeness(name)) in found]
        known |= {lead: own[0]} if own else {}
    return known


def free_key(subject: Subject, wanted: str) -> str:
    """The key or, where it is or was another's, the same with a number."""
    model = Source if subject is Subject.SOURCES else Publication
    wanted = wanted[: LONGEST_KEY - 4].rstrip("-")
    tried = [wanted, *(f"{wanted}-{number}" for number in range(2, 100))]
    used = {*model._default_manager.filter(key__in=tried).values_list("key", flat=True)}
    used |= {*FormerKey.objects.filter(subject=subject, key__in=tried).values_list("key", flat=True)}
    return next((key for key in tried if key not in used), "")
