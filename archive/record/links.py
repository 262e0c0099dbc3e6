"""What a record's parts refer to, and the checks that every reference holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from archive.record.claims import BaseClaim, Name, PartOf, Responsibility, Time, Where
from archive.record.entities import Actor, Attack, Part, Place, Source
from archive.record.merges import ENTITIES, problems_of_merges

if TYPE_CHECKING:
    from archive.record.document import Record

__all__ = ["ENTITIES", "Link", "held", "links", "problems_of", "reached"]

#: The list of the record that holds an entity, and the entity's key.
Link = tuple[str, str]


def links(part: Part) -> Iterator[Link]:
    """The entities that one attack, claim or entity names directly."""
    match part:
        case Attack():
            yield from _some(("places", part.place))
        case BaseClaim():
            yield from _claim_links(part)
        case Source():
            yield from _some(("publications", part.publication))
            for relation in part.relies_on:
                yield from _some(("sources", relation.source), ("publications", relation.publication))
        case Actor():
            yield from _some(("actors", part.part_of))
        case Place():
            yield from _some(("places", part.parent))


def _claim_links(claim: BaseClaim) -> Iterator[Link]:
    yield from _some(("actors", claim.claimant.actor))
    yield from _value_links(claim.value)
    for citation in claim.citations:
        yield "sources", citation.source
        for publication in citation.reported_via:
            yield "publications", publication


def _value_links(value: Part) -> Iterator[Link]:
    match value:
        case Responsibility():
            yield from _some(("actors", value.actor))
        case Name():
            yield from _some(("actors", value.actor), ("places", value.place))
        case PartOf():
            yield "conflicts", value.conflict
        case Where():
            yield "places", value.place


def _some(*pairs: tuple[str, str | None]) -> Iterator[Link]:
    return ((name, key) for name, key in pairs if key is not None)


def problems_of(record: Record) -> Iterator[str]:
    """Every way in which the record's parts do not fit together, in words."""
    yield from _repeated(record)
    yield from _unlinked(record)
    yield from _unknown_attacks(record)
    yield from _bad_supersessions(record)
    yield from _circles(record)
    yield from problems_of_merges(record)


def _repeated(record: Record) -> Iterator[str]:
    for name in ("attacks", "claims"):
        numbers = Counter(part.number for part in getattr(record, name))
        yield from (f"{name}: number {n} is used {times} times" for n, times in numbers.items() if times > 1)
    for name in ENTITIES:
        keys = Counter(part.key for part in getattr(record, name))
        yield from (f"{name}: key “{key}” is used {times} times" for key, times in keys.items() if times > 1)


def _unlinked(record: Record) -> Iterator[str]:
    entities = held(record)
    needed = reached(record, entities)
    yield from (
        f"{name}: “{key}” is referred to but missing" for name, key in sorted(needed - entities.keys())
    )
    yield from (f"{name}: nothing refers to “{key}”" for name, key in sorted(entities.keys() - needed))


def held(record: Record) -> dict[Link, Part]:
    """Every entity of the record, by its link."""
    return {(name, part.key): part for name in ENTITIES for part in getattr(record, name)}


def reached(record: Record, entities: Mapping[Link, Part]) -> set[Link]:
    """The links that can be followed from the incident, its attacks and its claims."""
    waiting = list(_some(("places", record.place)))
    for part in (*record.attacks, *record.claims):
        waiting.extend(links(part))
    found: set[Link] = set()
    while waiting:
        link = waiting.pop()
        if link not in found:
            found.add(link)
            waiting.extend(links(entities[link]) if link in entities else ())
    return found


def _unknown_attacks(record: Record) -> Iterator[str]:
    known = {attack.number for attack in record.attacks}
    for claim in record.claims:
        after = claim.value.after_attack if isinstance(claim.value, Time) else None
        for number in (claim.attack, after):
            if number is not None and number not in known:
                yield f"claims[{claim.number}]: there is no attack {number}"


def _bad_supersessions(record: Record) -> Iterator[str]:
    claims = {claim.number: claim for claim in record.claims}
    for claim in record.claims:
        if claim.superseded_by is None:
            continue
        newer = claims.get(claim.superseded_by)
        if newer is None:
            yield f"claims[{claim.number}].superseded_by: there is no claim {claim.superseded_by}"
        elif _topic(newer) != _topic(claim):
            yield f"claims[{claim.number}].superseded_by: claim {newer.number} is about something else"


def _topic(claim: BaseClaim) -> tuple[object, ...]:
    return claim.about, claim.attack, claim.property


def _circles(record: Record) -> Iterator[str]:
    chains: dict[str, Mapping[object, object]] = {
        "claims: superseded_by": {claim.number: claim.superseded_by for claim in record.claims},
        "actors: part_of": {actor.key: actor.part_of for actor in record.actors},
        "places: parent": {place.key: place.parent for place in record.places},
    }
    for name, chain in chains.items():
        for start in chain:
            if _returns(start, chain):
                yield f"{name}: “{start}” comes round to itself"


def _returns(start: object, chain: Mapping[object, object]) -> bool:
    here, seen = chain.get(start), {start}
    while here is not None and here not in seen:
        seen.add(here)
        here = chain.get(here)
    return here == start
