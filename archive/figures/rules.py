"""The rules: which of the claims that can count each of them uses.

ACLED's coding takes the most conservative number of each event; unlike it, the archive makes no number out
of "dozens" (https://acleddata.com/methodology/acled-codebook). UCDP keeps a low, a best and a high number
side by side, as the archive's own rule does
(https://www.uu.se/en/department/peace-and-conflict-research/research/ucdp/ucdp-methodology).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from archive.figures.gtd import number_chosen
from archive.figures.weighing import Case, Weighed
from archive.vocabulary import LeftOutReason, Rank, Rule

#: The numbers of the claims that a rule does not use, and why.
Dropped = Mapping[int, LeftOutReason]

#: The rules that give one number with nothing open above it.
NEVER_OPEN = frozenset({Rule.LOWEST, Rule.ACLED, Rule.GTD})


def dropped(weighed: Sequence[Weighed], case: Case) -> Dropped:
    """The claims among those that can count which the case's rule does not use, and why.

    What counts alone is used under every rule.
    """
    return RULES[case.rule](weighed, case) if len(weighed) > 1 else {}


def _archive(weighed: Sequence[Weighed], case: Case) -> Dropped:
    """Preferred claims if there are any, else normal ones; those superseded by one that can count are out."""
    numbers = {item.claim.number for item in weighed}
    old = {item.claim.number for item in weighed if case.evidence.is_superseded(item.claim, numbers)}
    standing = [item for item in weighed if item.claim.number not in old]
    gone = dict.fromkeys(old, LeftOutReason.SUPERSEDED)
    if any(_preferred(item) for item in standing):
        gone |= _all_but(standing, _preferred, LeftOutReason.NOT_PREFERRED)
    return gone


def _preferred(item: Weighed) -> bool:
    return item.claim.rank is Rank.PREFERRED


def _span(weighed: Sequence[Weighed], case: Case) -> Dropped:
    """Everything stated, superseded or not."""
    return {}


def _lowest(weighed: Sequence[Weighed], case: Case) -> Dropped:
    """The smallest number stated."""
    lowest = min(item.stated.low for item in weighed)
    return _all_but(weighed, lambda item: item.stated.low == lowest, LeftOutReason.NOT_LOWEST)


def _highest(weighed: Sequence[Weighed], case: Case) -> Dropped:
    """The largest number stated, and the claims that leave room for more."""
    highest = max(item.stated.high for item in weighed)
    return _all_but(
        weighed,
        lambda item: item.stated.high == highest or item.stated.open_above,
        LeftOutReason.NOT_HIGHEST,
    )


def _latest(weighed: Sequence[Weighed], case: Case) -> Dropped:
    """The claims of the latest day; undated ones only where none is dated."""

    def day(item: Weighed) -> tuple[bool, date]:
        known = case.evidence.day(item.claim)
        return known.is_dated, known.earliest or date.min

    latest = max(day(item) for item in weighed)
    return _all_but(weighed, lambda item: day(item) == latest, LeftOutReason.NOT_LATEST)


def _gtd(weighed: Sequence[Weighed], case: Case) -> Dropped:
    """The claims of the number chosen in the manner of GTD."""
    number = number_chosen(weighed, case)
    return _all_but(weighed, lambda item: item.stated.point == number, LeftOutReason.OTHER_NUMBER)


def _all_but(
    weighed: Sequence[Weighed], kept: Callable[[Weighed], bool], reason: LeftOutReason
) -> dict[int, LeftOutReason]:
    return {item.claim.number: reason for item in weighed if not kept(item)}


RULES: Mapping[Rule, Callable[[Sequence[Weighed], Case], Dropped]] = {
    Rule.ARCHIVE: _archive,
    Rule.SPAN: _span,
    Rule.LOWEST: _lowest,
    Rule.HIGHEST: _highest,
    Rule.LATEST: _latest,
    Rule.OFFICIAL: _archive,
    Rule.ACLED: _lowest,
    Rule.GTD: _gtd,
}
