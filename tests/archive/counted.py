"""Statistics as a plain reading of the records gives them, for comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from archive.answers.settled import incident_days, responsibilities
from archive.figures import figure
from archive.record import Record
from archive.vocabulary import Population, Property, Rule

Key = tuple[str, ...]
Sums = tuple[int | None, int | None, int, int, int, int]


def counted(
    records: Iterable[Record], words: list[str], measure: str, rule: Rule, population: Population
) -> dict[Key, tuple[int, Sums]]:
    """Of each group, in the order of the words: how many incidents, and what `sums` says of the measure."""
    members: dict[Key, list[Record]] = defaultdict(list)
    for record in records:
        for key in set(keys(record, words)):
            members[key].append(record)
    return {
        key: (len(found), sums(found, Property(measure), rule, population)) for key, found in members.items()
    }


def sums(records: list[Record], measure: Property, rule: Rule, population: Population) -> Sums:
    """Low, high, records, open above, open below, without a number."""
    figures = [figure(record, measure, rule=rule, population=population) for record in records]
    stated = [one for one in figures if one.low is not None and one.high is not None]
    return (
        sum(one.low or 0 for one in stated) if stated else None,
        sum(one.high or 0 for one in stated) if stated else None,
        len(stated),
        sum(one.open_above for one in stated),
        sum(one.open_below for one in stated),
        len(figures) - len(stated),
    )


def keys(record: Record, words: list[str]) -> Iterator[Key]:
    """The groups in which the record stands."""
    intervals = [word for word in words if word in ("day", "week", "month", "year")]
    others = [word for word in words if word not in intervals]
    period = tuple(period_of(record, interval) for interval in intervals)
    yield from ((*period, *values) for values in (values_of(record, others) or unknown(others)))


def period_of(record: Record, interval: str) -> str:
    """The smallest stretch that holds all days, from the interval upwards; of weeks, that alone."""
    days = incident_days(record)
    first, last = days.earliest, days.latest
    if first is None or last is None:
        return ""
    if interval == "week":
        mondays = {day - timedelta(day.weekday()) for day in (first, last)}
        return f"{first.isocalendar().year:04}-W{first.isocalendar().week:02}" if len(mondays) == 1 else ""
    for length in (10, 7, 4)[("day", "month", "year").index(interval) :]:
        if first.isoformat()[:length] == last.isoformat()[:length]:
            return first.isoformat()[:length]
    return ""


def unknown(words: list[str]) -> set[Key]:
    """The one group of those of which nothing is known."""
    return {("", "") if words == ["actor"] else ("",) * len(words)}


def values_of(record: Record, words: list[str]) -> set[Key]:
    if not words:
        return {()}
    match words[0].partition(":"):
        case ("place", _, kind):
            return {(key,) for key in places_of(record) if kind_of(record, key) == kind}
        case ("actor", _, _):
            parents = {actor.key: actor.part_of for actor in record.actors}
            held = responsibilities(record)
            return {(key, str(word)) for actor, word in held for key in chain(actor, parents)}
        case ("publication", _, _):
            cited = {citation.source for claim in record.claims for citation in claim.citations}
            return {(one.publication,) for one in record.sources if one.key in cited and one.publication}
        case _:
            found = {tuple(str(getattr(each, word) or "") for word in words) for each in record.attacks}
            return {values for values in found if all(values)}


def places_of(record: Record) -> set[str]:
    parents = {place.key: place.parent for place in record.places}
    settled = [record.place, *(attack.place for attack in record.attacks)]
    return {key for place in settled if place for key in chain(place, parents)}


def kind_of(record: Record, key: str) -> str:
    return next(str(place.kind) for place in record.places if place.key == key)


def chain(start: str | None, parents: dict[str, Any]) -> Iterator[str]:
    """A key and those around it; nobody stays nobody."""
    if start is None:
        yield ""
    while start is not None:
        yield start
        start = parents[start]
