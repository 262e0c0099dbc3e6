"""From a text to the claims that it seems to make."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.vocabulary import ClaimantKind, Population, Property, Qualifier
from incidents.proposals.shapes import Name, Proposal

KILLED = re.compile(r"\b(\d{1,7}) people (?:were|was) (killed|injured)\b")


def read(text: str, names: Sequence[Name] = ()) -> tuple[Proposal, ...]:
    """The claims that a text seems to make, in the order of the text."""
    return tuple(_count(found) for found in KILLED.finditer(text))


def _count(found: re.Match[str]) -> Proposal:
    return Proposal(
        start=found.start(),
        end=found.end(),
        quote_start=found.start(),
        quote_end=found.end(),
        property=Property(found[2]),
        qualifier=Qualifier.EXACT,
        low=None,
        best=int(found[1]),
        high=None,
        population=Population.UNSTATED,
        attribution=None,
        actor="",
        claimant_kind=ClaimantKind.UNSTATED,
        claimant_role="",
        claimant="",
        stated=found[0],
        why=(f"“{found[2]}” says what became of the people.",),
    )
