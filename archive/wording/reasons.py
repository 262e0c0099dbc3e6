"""Why a figure is what it is, in plain sentences."""

from __future__ import annotations

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
    claims: dict[int, BaseClaim] = {claim.number: claim for claim in record.claims}
    left_out = (f"Left out: {_left_out(item, claims)}." for item in figure.left_out)
    return (*_basis(figure), *_openness(figure), *left_out)


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


def _left_out(item: LeftOut, claims: Mapping[int, BaseClaim]) -> str:
    claim = claims[item.claim]
    match item.reason:
        case LeftOutReason.SUPERSEDED:
            text, why = f"superseded by claim {claim.superseded_by}", claim.superseded_reason
        case LeftOutReason.DEPRECATED:
            text, why = item.reason.label, claim.rank_reason
        case _:
            text, why = item.reason.label, ""
    return f"claim {claim.number}, {text}{f': {why}' if why else ''}"
