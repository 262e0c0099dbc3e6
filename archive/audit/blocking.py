"""What must be mended before a record can be published."""

from __future__ import annotations

from collections.abc import Iterator

from archive.audit.findings import Fault, Finding, blocks
from archive.record import BaseClaim, Record
from archive.vocabulary import Rank


def no_claim(record: Record) -> Iterator[Finding]:
    if not record.claims:
        yield blocks(Fault.NO_CLAIM, "The incident has no claim: enter what a source says about it.")


def unfinished_claims(record: Record) -> Iterator[Finding]:
    for claim in record.claims:
        yield from _uncited(claim)
        yield from _unexplained(claim)


def _uncited(claim: BaseClaim) -> Iterator[Finding]:
    if not claim.citations:
        yield blocks(
            Fault.UNCITED,
            f"Claim {claim.number} ({claim.property.label}) has no citation: "
            "say in which source it is printed.",
            claim.number,
        )


def _unexplained(claim: BaseClaim) -> Iterator[Finding]:
    if claim.rank is not Rank.NORMAL and not claim.rank_reason:
        yield blocks(
            Fault.RANK_UNEXPLAINED,
            f"Claim {claim.number} is {claim.rank.label} without a reason: give the reason.",
            claim.number,
        )
    if claim.superseded_by is not None and not claim.superseded_reason:
        yield blocks(
            Fault.SUPERSESSION_UNEXPLAINED,
            f"Claim {claim.number} is superseded by claim {claim.superseded_by} without a reason: "
            "give the reason.",
            claim.number,
        )
