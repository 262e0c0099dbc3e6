"""What the filters of attacks, claims and citations choose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from archive.answers.settled import attack_days
from archive.record import Attack, Citation, Claim, Record, ResponsibilityClaim, Source
from tests.archive.reference.incidents import Published
from tests.archive.reference.incidents import items as incidents
from tests.archive.reference.reading import Reference, World, any_of, around, dated, one_of, since


class OneAttack(NamedTuple):
    incident: Published
    attack: Attack


class OneClaim(NamedTuple):
    incident: Published
    claim: Claim


class OneCitation(NamedTuple):
    incident: Published
    claim: Claim
    number: int
    citation: Citation


def attacks(world: World) -> Sequence[OneAttack]:
    return [OneAttack(one, attack) for one in incidents(world) for attack in one.record.attacks]


def claims(world: World) -> Sequence[OneClaim]:
    return [OneClaim(one, claim) for one in incidents(world) for claim in one.record.claims]


def citations(world: World) -> Sequence[OneCitation]:
    return [
        OneCitation(one.incident, one.claim, number, citation)
        for one in claims(world)
        for number, citation in enumerate(one.claim.citations, start=1)
    ]


def places(record: Record, attack: Attack) -> set[str]:
    return around({attack.place}, {place.key: place.parent for place in record.places})


def _settled(name: str, item: OneAttack) -> str | None:
    value: str | None = getattr(item.attack, name)
    return value


def held(claim: Claim) -> Any:
    return claim.value if isinstance(claim, ResponsibilityClaim) else None


def source_of(item: OneCitation) -> Source:
    return next(one for one in item.incident.record.sources if one.key == item.citation.source)


OF_INCIDENT = [
    one_of("incident", lambda item: item.incident.record.id),
    since(lambda item: item.incident.updated_at),
]
OF_CLAIM = [
    one_of("property", lambda item: item.claim.property),
    one_of("about", lambda item: item.claim.about),
    one_of("claimant_kind", lambda item: item.claim.claimant.kind),
    one_of("claimant", lambda item: item.claim.claimant.actor),
    one_of("rank", lambda item: item.claim.rank),
]

ATTACKS = Reference(
    attacks,
    lambda item: (item.incident.record.id, item.attack.number),
    dict(
        [
            *OF_INCIDENT,
            any_of("place", lambda item: places(item.incident.record, item.attack)),
            dated(lambda item: attack_days(item.attack, item.incident.record)),
            *(one_of(name, partial(_settled, name)) for name in ("type", "target", "weapon")),
        ]
    ),
)
CLAIMS = Reference(
    claims,
    lambda item: (item.incident.record.id, item.claim.number),
    dict(
        [
            *OF_INCIDENT,
            *OF_CLAIM,
            one_of("actor", lambda item: held(item.claim) and held(item.claim).actor),
            one_of("attribution", lambda item: held(item.claim) and held(item.claim).attribution),
            any_of("source", lambda item: {one.source for one in item.claim.citations}),
        ]
    ),
)
CITATIONS = Reference(
    citations,
    lambda item: (item.incident.record.id, item.claim.number, item.number),
    dict(
        [
            *OF_INCIDENT,
            *OF_CLAIM,
            one_of("source", lambda item: item.citation.source),
            one_of("stance", lambda item: item.citation.stance),
            one_of("publication", lambda item: source_of(item).publication),
            one_of("language", lambda item: source_of(item).language),
        ]
    ),
)
