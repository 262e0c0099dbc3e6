"""The rows that link an incident to places, actors, sources and conflicts, by the names of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from archive.answers.settled import conflicts, responsibilities
from archive.catalogue.keys import part_key
from archive.record import Record
from archive.record.links import links


class PlaceLink(NamedTuple):
    incident_id: str
    key: str
    direct: bool


class AttackPlaceLink(NamedTuple):
    attack_id: str
    key: str
    direct: bool


class ActorLink(NamedTuple):
    incident_id: str
    key: str
    attribution: str
    direct: bool


class SourceLink(NamedTuple):
    incident_id: str
    key: str
    publication: str
    direct: bool


class ConflictLink(NamedTuple):
    incident_id: str
    key: str


def chain(start: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    """A key, the key of its parent, and so on."""
    here: str | None = start
    while here is not None:
        yield here
        here = parents[here]


def _around(keys: Iterable[str], parents: Mapping[str, str | None]) -> dict[str, bool]:
    """The keys (true) and those of everything around them (false)."""
    direct = set(keys)
    return {key: key in direct for start in sorted(direct) for key in chain(start, parents)}


def _parents(record: Record) -> dict[str, str | None]:
    return {place.key: place.parent for place in record.places}


def place_rows(record: Record) -> Iterator[PlaceLink]:
    settled = [record.place, *(attack.place for attack in record.attacks)]
    around = _around((key for key in settled if key), _parents(record))
    return (PlaceLink(record.id, key, direct) for key, direct in around.items())


def attack_place_rows(record: Record) -> Iterator[AttackPlaceLink]:
    for attack in record.attacks:
        around = _around([attack.place] if attack.place else [], _parents(record))
        for key, direct in around.items():
            yield AttackPlaceLink(part_key(record.id, attack.number), key, direct)


def actor_rows(record: Record) -> Iterator[ActorLink]:
    """One row for each actor and attribution: first who is held responsible, then who is merely named."""
    parents = {actor.key: actor.part_of for actor in record.actors}
    found: dict[tuple[str, str], bool] = {}
    for actor, attribution in responsibilities(record):
        _add(found, actor or "", attribution, parents)
    held_responsible = {key for key, _ in found}
    for key in _named_actors(record) - held_responsible:
        _add(found, key, "", parents)
    for (key, word), direct in sorted(found.items()):
        yield ActorLink(record.id, key, word, direct)


def _add(
    found: dict[tuple[str, str], bool], actor: str, attribution: str, parents: Mapping[str, str | None]
) -> None:
    for key in chain(actor, parents) if actor else [""]:
        found[(key, attribution)] = found.get((key, attribution), False) or key == actor


def _named_actors(record: Record) -> set[str]:
    return {key for claim in record.claims for kind, key in links(claim) if kind == "actors"}


def source_rows(record: Record) -> Iterator[SourceLink]:
    cited = {citation.source for claim in record.claims for citation in claim.citations}
    for source in record.sources:
        yield SourceLink(record.id, source.key, source.publication or "", source.key in cited)


def conflict_rows(record: Record) -> Iterator[ConflictLink]:
    return (ConflictLink(record.id, key) for key in sorted(conflicts(record)))
