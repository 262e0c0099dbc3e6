"""Former ids, keys and numbers: what was merged stays merged, whatever a record says.

A record may tell of merges that the desk does not know. It may not bring back what was merged, which only
undoing the merge does, nor take for merged what lives on at the desk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from archive import record as records
from archive.record import Record, RecordError
from archive.record.links import ENTITIES
from incidents.load.entities import MODELS
from incidents.models import Forerunner, FormerKey, Incident


def refuse_taken(record: Record) -> None:
    """Raise RecordError for every id and key that leads to something else than the record says."""
    problems = [*_taken_ids(record), *(words for name in ENTITIES for words in _taken_keys(name, record))]
    if problems:
        raise RecordError(problems)


def store_forerunners(incident: Incident, merged: Sequence[records.Merged]) -> None:
    """Make the incident's forerunners those of its record."""
    Forerunner.objects.bulk_create(
        [
            Forerunner(incident=incident, key=one.id, claims=_pairs(one.claims), attacks=_pairs(one.attacks))
            for one in merged
        ],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["incident", "claims", "attacks"],
    )


def store_former_keys(record: Record) -> None:
    """Add the former keys of the record's entities to those that the desk knows."""
    FormerKey.objects.bulk_create(
        [
            FormerKey(subject=name, key=key, now=entity.key)
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
