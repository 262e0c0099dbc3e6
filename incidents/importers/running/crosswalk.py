"""Which incidents that are here already a new row may be about: near in time, near in place, of one type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from archive.dates import Bounds, bounds
from archive.record import Place, Record
from archive.vocabulary import AttackType, PlaceKind
from incidents.alike import spots_of
from incidents.importers.parsing.entry import Entry
from incidents.models import Attack, Citation, Dataset, DatasetRow, Incident, Standing
from incidents.models import Place as PlaceRow
from incidents.nearness import SLACK, WIDEST, Spot, near_in_place, near_in_time, shifted
from sources.models import Source

#: Places so wide that lying within one says nothing of an event.
WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.DIVISION})
#: Types that exclude no other.
OPEN_TYPES = frozenset({"", AttackType.OTHER, AttackType.UNKNOWN})
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Near:
    """An incident that may match: its database key, and when and where it or one of its attacks was."""

    pk: int
    days: Bounds
    place: int


def matches(entries: Sequence[Entry], dataset: Dataset) -> Mapping[str, set[int]]:
    """The incidents' database keys that each entry may be about, by external id. A few queries for all.

    An incident that cites the row already is about it in any case; one that was made for another row of the
    same dataset is not.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for external_id, pk in _citing(entries):
        found[external_id].add(pk)
    dated = {entry.external_id: days for entry in entries if (days := _days(entry.record))}
    near = list(_near(dated.values(), dataset))
    places, spots = _places(entries)
    spots |= spots_of({each.place for each in near} - spots.keys())
    types = _types([each.pk for each in near])
    for entry in entries:
        own = places.get(entry.record.place or "", ())
        for each in near if entry.external_id in dated else ():
            if _match(entry, dated[entry.external_id], own, each, spots, types[each.pk]):
                found[entry.external_id].add(each.pk)
    return found


def _match(
    entry: Entry,
    days: Bounds,
    own: Sequence[int],
    each: _Near,
    spots: Mapping[int, Spot],
    types: set[str],
) -> bool:
    return (
        near_in_time(days, each.days)
        and any(near_in_place(place, each.place, spots) for place in own)
        and _types_agree({attack.type or "" for attack in entry.record.attacks}, types)
    )


def _types_agree(mine: set[str], theirs: set[str]) -> bool:
    return not mine or not theirs or bool(mine & theirs or OPEN_TYPES & (mine | theirs))


def _citing(entries: Sequence[Entry]) -> Iterator[tuple[str, int]]:
    """The incidents that cite an entry's row; most rows that are new are no source yet, and ask no more."""
    by_source = {entry.source: entry.external_id for entry in entries}
    sources = dict(Source.objects.filter(key__in=by_source).values_list("pk", "key"))
    rows = (
        Citation.objects.filter(source__in=list(sources)).order_by() if sources else Citation.objects.none()
    )
    for source, pk in rows.values_list("source", "claim__incident").distinct():
        yield by_source[sources[source]], pk


def _days(record: Record) -> Bounds | None:
    days = bounds(record.date) if record.date else None
    return days if days and days.earliest and days.latest and days.latest - days.earliest <= WIDEST else None


def _near(all_days: Iterable[Bounds], dataset: Dataset) -> Iterator[_Near]:
    """Incidents near in time to any of these days, not made for a row of the dataset, and their attacks."""
    days: dict[int, Bounds] = {}
    for pk, earliest, latest, place, kind in _dated(list(all_days), dataset):
        days[pk] = Bounds(earliest, latest)
        if place and kind not in WIDE:
            yield _Near(pk, days[pk], place)
    rows = Attack.objects.filter(incident__in=days, place__isnull=False).exclude(place__kind__in=WIDE)
    for pk, earliest, latest, place in rows.values_list("incident", "date_earliest", "date_latest", "place"):
        yield _Near(pk, Bounds(earliest, latest) if earliest and latest else days[pk], place)


def _dated(wanted: Sequence[Bounds], dataset: Dataset) -> set[tuple[Any, ...]]:
    """Key, first and last day, place and its kind of the incidents, of one day and of several."""
    exact, spans = set(_around(wanted, SLACK)), set(_around(wanted, WIDEST + SLACK))
    own = DatasetRow.objects.filter(incident=OuterRef("pk"), dataset=dataset, standing=Standing.OWN)
    rows = Incident.objects.filter(~Exists(own)).order_by()
    on_days = rows.filter(date_earliest__in=exact)
    over_days = rows.filter(date_earliest__in=spans, date_latest__gt=F("date_earliest"))
    columns = ("pk", "date_earliest", "date_latest", "place", "place__kind")
    return {row for query in (on_days, over_days) for row in query.values_list(*columns)}


def _around(all_days: Iterable[Bounds], before: timedelta) -> Iterator[date]:
    """Every day from so long before the first of some days to a day after the last."""
    for days in all_days:
        here, last = shifted(days.earliest or date.min, -before), shifted(days.latest or date.max, SLACK)
        while here <= last:
            yield here
            here += A_DAY


def _places(entries: Sequence[Entry]) -> tuple[dict[str, list[int]], dict[int, Spot]]:
    """The entries' own places, and the nearest around each that the desk has; with the spots of all.

    A place that the desk has not is told by a number below zero, which no row of the desk has.
    """
    chains = {entry.record.place: list(_chain(entry.record)) for entry in entries if entry.record.place}
    keys = {place.key for chain in chains.values() for place in chain}
    known = dict(PlaceRow.objects.filter(key__in=keys).values_list("key", "pk"))
    found: dict[str, list[int]] = {}
    spots = spots_of(set(known.values()))
    for number, (key, chain) in enumerate(chains.items(), start=1):
        found[str(key)] = [known[place.key] for place in chain if place.key in known][:1]
        if chain and chain[0].key not in known:
            spots[-number] = Spot(-number, None, chain[0].latitude, chain[0].longitude)
            found[str(key)].append(-number)
    return found, spots


def _chain(record: Record) -> Iterator[Place]:
    """The record's place and those around it that are not too wide to mean anything."""
    places = {place.key: place for place in record.places}
    here = places.get(record.place or "")
    while here is not None and here.kind not in WIDE:
        yield here
        here = places.get(here.parent or "")


def _types(pks: Sequence[int]) -> Mapping[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for pk, kind in Attack.objects.filter(Q(incident__in=pks)).values_list("incident", "type"):
        found[pk].add(kind)
    return found
