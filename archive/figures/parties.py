"""Who is a party to the violence, so that its own count is shown but not counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive.record import Actor, BaseClaim, Claimant, Record, Responsibility
from archive.vocabulary import About, Attribution, ClaimantKind, PartAs, Rank

NAMING_NOBODY = frozenset({Attribution.DENIED, Attribution.NONE_NAMED})


def parties(record: Record) -> frozenset[str]:
    """The actors named as responsible, with all that they are part of and all that is part of them."""
    actors = {actor.key: actor for actor in record.actors}
    named = set(_named(record))
    above = {key for name in named for key in _line(name, actors)}
    below = {key for key in actors if not named.isdisjoint(_line(key, actors))}
    return frozenset(above | below)


def spokesman_of(claimant: Claimant, actors: Mapping[str, Actor]) -> str | None:
    """The actor for whom the claimant speaks: for a media arm, whoever it is the arm of."""
    key = claimant.actor
    while key is not None and actors[key].part_as is PartAs.MEDIA_ARM:
        key = actors[key].part_of
    return key


def is_party(claim: BaseClaim, sides: frozenset[str], actors: Mapping[str, Actor]) -> bool:
    """Whether the claim is a party's own, and no editor prefers it."""
    if claim.rank is Rank.PREFERRED:
        return False
    return claim.claimant.kind is ClaimantKind.PARTY or spokesman_of(claim.claimant, actors) in sides


def _named(record: Record) -> Iterator[str]:
    """A suspicion about the context names nobody for the incident."""
    for claim in record.claims:
        value = claim.value
        if not isinstance(value, Responsibility) or value.actor is None:
            continue
        if _counts(claim) and value.attribution not in NAMING_NOBODY:
            yield value.actor


def _counts(claim: BaseClaim) -> bool:
    return claim.about is not About.CONTEXT and claim.rank is not Rank.DEPRECATED


def _line(key: str | None, actors: Mapping[str, Actor]) -> Iterator[str]:
    """The actor and all that it is part of, upwards."""
    while key is not None:
        yield key
        key = actors[key].part_of
