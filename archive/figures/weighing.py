"""Which claims can count at all, before a rule chooses among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive.figures.days import is_known
from archive.figures.evidence import Evidence
from archive.figures.quantities import Stated
from archive.record import BaseClaim, QuantityClaim
from archive.vocabulary import ClaimantKind, LeftOutReason, Rank, Rule, Stance


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim that counts, with what it states."""

    claim: QuantityClaim
    stated: Stated


@dataclass(frozen=True, slots=True)
class Case:
    """A rule applied to a record as it stood on a day (`known_at`), by some sources or by all."""

    evidence: Evidence
    rule: Rule = Rule.ARCHIVE
    known_at: date | None = None
    sources: frozenset[str] | None = None

    def excludes(self, claim: BaseClaim) -> LeftOutReason | None:
        """Why the claim cannot count, whatever it states; nothing when it can."""
        if claim.rank is Rank.DEPRECATED:
            return LeftOutReason.DEPRECATED
        return self._not_yet(claim) or self._not_of_these(claim)

    def _not_yet(self, claim: BaseClaim) -> LeftOutReason | None:
        if self.known_at is None:
            return None
        day = self.evidence.day(claim)
        if not day.is_dated:
            return LeftOutReason.UNDATED
        return None if is_known(day, self.known_at) else LeftOutReason.NOT_KNOWN_YET

    def _not_of_these(self, claim: BaseClaim) -> LeftOutReason | None:
        if self.sources is not None and self.sources.isdisjoint(supporters(claim)):
            return LeftOutReason.OTHER_SOURCE
        if self.evidence.is_party(claim):
            return LeftOutReason.PARTY
        if self.rule is Rule.OFFICIAL and claim.claimant.kind is not ClaimantKind.OFFICIAL:
            return LeftOutReason.NOT_OFFICIAL
        return None


def supporters(claim: BaseClaim) -> tuple[str, ...]:
    """The sources that state the claim, rather than dispute it."""
    return tuple(cited.source for cited in claim.citations if cited.stance is Stance.SUPPORTS)
