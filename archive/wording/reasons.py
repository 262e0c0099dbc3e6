"""Why a figure is what it is, in plain sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from archive.record import BaseClaim, Figure, LeftOut, Record
from archive.vocabulary import LeftOutReason, Rule
from archive.wording.counts import number_text
from archive.wording.lists import numbered

CHOICES: Mapping[Rule, str] = {
    Rule.LOWEST: "The lowest number stated",
    Rule.ACLED: "The lowest number stated",
    Rule.HIGHEST: "The highest number stated",
    Rule.GTD: "The number of the most recent independent sources or, where these differ, of the majority; "
    "failing that, the lowest",
}


def figure_reason(figure: Figure, record: Record) -> tuple[str, ...]:
    """What the figure rests on, what leaves it open, and why each other claim was left out."""
    return (*_basis(figure), *_openness(figure), *_left_out(figure, record))


def _basis(figure: Figure) -> Iterator[str]:
    if figure.low is None:
        yield "No claim that can be used states a number."
        return
    if figure.is_sum:
        yield "Added up from the attacks."
    yield f"{_choice(figure)}."
    if figure.best is not None and not figure.is_sum and figure.low != figure.high:
        yield f"The claims that commit to one number agree on {number_text(figure.best)}."


def _choice(figure: Figure) -> str:
    in_use = numbered("claim", figure.used)
    if len(figure.used) == 1:
        return f"One claim is in use: {in_use}"
    if figure.rule in CHOICES:
        return f"{CHOICES[figure.rule]}: {in_use}"
    return f"The smallest and the largest number of {len(figure.used)} claims in use: {in_use}"


def _openness(figure: Figure) -> Iterator[str]:
    if figure.partial:
        yield "At least one attack has no number, so the sum is not complete."
    elif figure.open_above:
        yield "“+”: a claim in use leaves room for more."
    if figure.open_below:
        yield "“Up to”: a claim in use leaves room for fewer."


def _left_out(figure: Figure, record: Record) -> Iterator[str]:
    """One sentence for all the claims that were left out for the same reason."""
    claims: dict[int, BaseClaim] = {claim.number: claim for claim in record.claims}
    alike: dict[str, list[int]] = defaultdict(list)
    for item in figure.left_out:
        alike[_why(item, claims[item.claim])].append(item.claim)
    for why, numbers in alike.items():
        yield f"Left out: {numbered('claim', numbers)}, {why}."


def _why(item: LeftOut, claim: BaseClaim) -> str:
    match item.reason:
        case LeftOutReason.SUPERSEDED:
            text, reason = f"superseded by claim {claim.superseded_by}", claim.superseded_reason
        case LeftOutReason.DEPRECATED:
            text, reason = item.reason.label, claim.rank_reason
        case _:
            text, reason = item.reason.label, ""
    return f"{text}: {reason}" if reason else text
