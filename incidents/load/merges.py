"""Former ids, keys and numbers: what was merged stays merged, whatever a record says.

A record may tell of merges that the desk does not know. It may not bring back what was merged, which only
undoing the merge does, nor take for merged what lives on at the desk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Q

from archive import record as records
from archive.record import Record, RecordError
from archive.record.links import ENTITIES, Link
from incidents.load.entities import MODELS
from incidents.load.incidents import Loaded
from incidents.models import Forerunner, FormerKey, Incident


def refuse_taken(given: Sequence[Record]) -> None:
    """Raise RecordError for every id and key that leads to something else than the records say."""
    if problems := [words for each in taken(given).values() for words in each]:
        raise RecordError(problems)


def taken(given: Sequence[Record]) -> Mapping[str, Sequence[str]]:
    """What stands against loading each of the records that cannot be, by id. A few queries for all."""
    doubtful = _touching_merges(given)
    found = {record.id: list(_taken(record)) for record in given if record.id in doubtful}
    return {key: problems for key, problems in found.items() if problems}


def _touching_merges(given: Sequence[Record]) -> set[str]:
    """The ids of those records that have to do with any merge, found with a few queries for all."""
    ids = [record.id for record in given]
    merges = Forerunner.objects.filter(Q(key__among=ids) | Q(incident__key__among=ids))
    found = {key for pair in merges.values_list("key", "incident__key") for key in pair}
    found |= {record.id for record in given if record.merged}
    gone = _merged_away(given)
    return found | {record.id for record in given if any(_names(record, name, gone) for name in ENTITIES)}


def _merged_away(given: Sequence[Record]) -> set[Link]:
    keys = {entity.key for record in given for name in ENTITIES for entity in getattr(record, name)}
    return set(FormerKey.objects.filter(key__among=keys).values_list("subject", "key"))


def _names(record: Record, name: str, gone: set[Link]) -> bool:
    """Whether an entity of the record was merged into another, or says that others were merged into it."""
    return any((name, entity.key) in gone or entity.former_keys for entity in getattr(record, name))


def _taken(record: Record) -> Iterator[str]:
    yield from _taken_ids(record)
    for name in ENTITIES:
        yield from _taken_keys(name, record)


def store_forerunners(loaded: Sequence[Loaded]) -> None:
    """Make the incidents' forerunners those of their records."""
    Forerunner.objects.bulk_create(
        [
            Forerunner(incident=each.row, key=one.id, claims=_pairs(one.claims), attacks=_pairs(one.attacks))
            for each in loaded
            for one in each.record.merged
        ],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["incident", "claims", "attacks"],
    )


def store_former_keys(given: Sequence[Record]) -> None:
    """Add the former keys of the records' entities to those that the desk knows."""
    FormerKey.objects.bulk_create(
        [
            FormerKey(subject=name, key=key, now=entity.key)
            for record in given
            for name in ENTITIES
            for entity in getattr(record, name)
            for key in entity.former_keys
        ],
        ignore_conflicts=True,
    )


def _pairs(renumbered: Sequence[records.Renumbered]) -> list[tuple[int, int]]:
    return [(pair.old, pair.new) for pair in renumbered]


def _taken_ids(record: Record) -> Iterator[str]:
    named = [one.id for one in record.merged]
    for one in Forerunner.objects.filter(key=record.id).select_related("incident"):
        yield f"id: “{one.key}” was merged into “{one.incident.key}”: undo that first, or load the other"
    for key in Incident.objects.filter(key__in=named).values_list("key", flat=True):
        yield f"merged: “{key}” is an incident of its own at the desk: merge it there"
    elsewhere = Forerunner.objects.filter(key__in=named).exclude(incident__key=record.id)
    for one in elsewhere.select_related("incident"):
        yield f"merged: “{one.key}” was merged into “{one.incident.key}”: undo that first"
    for one in Forerunner.objects.filter(incident__key=record.id).exclude(key__in=named):
        yield f"merged: the record does not know that “{one.key}” was merged into it: undo that first"


def _taken_keys(name: str, record: Record) -> Iterator[str]:
    entities: Sequence[Any] = getattr(record, name)
    now = {key: entity.key for entity in entities for key in entity.former_keys}
    own = [entity.key for entity in entities]
    for row in FormerKey.objects.filter(subject=name, key__in=[*own, *now]) if entities else ():
        if row.now != now.get(row.key):
            yield f"{name}: “{row.key}” was merged into “{row.now}”: name that one"
    living = MODELS[name]._default_manager.filter(key__in=now) if now else None
    for key in living.values_list("key", flat=True) if living is not None else ():
        yield f"{name}: “{key}”, a former key of “{now[key]}”, is in use at the desk: merge it there"
