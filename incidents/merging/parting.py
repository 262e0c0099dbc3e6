"""What keeps the claims of one incident from going two ways when a merge is undone. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Set

from archive.record import BaseClaim, Record, Time


def crossings(record: Record, claims: Set[int], attacks: Set[int]) -> Iterator[str]:
    """Every reference between the claims and attacks of these numbers, which go back, and those that stay."""
    for claim in record.claims:
        goes = claim.number in claims
        for attack in _attacks_of(claim):
            if (attack in attacks) != goes:
                yield _words(claim, goes, f"names attack {attack}")
        if claim.superseded_by is not None and (claim.superseded_by in claims) != goes:
            yield _words(claim, goes, f"is superseded by claim {claim.superseded_by}")


def _attacks_of(claim: BaseClaim) -> Iterator[int]:
    after = claim.value.after_attack if isinstance(claim.value, Time) else None
    yield from sorted({number for number in (claim.attack, after) if number is not None})


def _words(claim: BaseClaim, goes: bool, tie: str) -> str:
    here, there = ("goes back", "stays") if goes else ("stays", "goes back")
    return f"Claim {claim.number} {here}, but it {tie}, which {there}: change that claim first."
