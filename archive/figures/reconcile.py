"""From claims on one topic to one figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

from archive.figures.evidence import Topic
from archive.figures.quantities import Stated, stated
from archive.figures.rules import NEVER_OPEN, dropped
from archive.figures.weighing import Case, Weighed
from archive.record import Figure, LeftOut, QuantityClaim
from archive.record.making import made
from archive.vocabulary import About, LeftOutReason, Rule


class Numbers(TypedDict):
    """The numbers of a figure, in people."""

    low: int
    best: int | None
    high: int
    open_above: bool
    open_below: bool


def reconcile(claims: Iterable[QuantityClaim], case: Case, topic: Topic) -> Figure:
    """The figure that follows from the claims on `topic` under the case's rule.

    Every claim given is either used or left out with its reason. Nothing is used where no claim that can
    count states a number; then the figure has no number.
    """
    out: dict[int, LeftOutReason] = {}
    weighed: list[Weighed] = []
    for claim in claims:
        states = stated(claim.value)
        if states is None:
            out[claim.number] = LeftOutReason.VAGUE
        elif reason := case.excludes(claim):
            out[claim.number] = reason
        else:
            weighed.append(Weighed(claim, states))
    out |= dropped(weighed, case)
    used = [item for item in weighed if item.claim.number not in out]
    return _figure(used, out, case.rule, topic)


def left_out(out: Mapping[int, LeftOutReason]) -> tuple[LeftOut, ...]:
    """In the order of the claims' numbers."""
    return tuple(made(LeftOut, {"claim": number, "reason": reason}) for number, reason in sorted(out.items()))


def _figure(used: Sequence[Weighed], out: Mapping[int, LeftOutReason], rule: Rule, topic: Topic) -> Figure:
    """Made of values that were checked when the record was read: eight rules ask for each topic's figure."""
    numbers: dict[str, Any] = dict(_numbers([item.stated for item in used], rule)) if used else {}
    own = {
        "about": About.INCIDENT if topic.attack is None else About.ATTACK,
        "attack": topic.attack,
        "measure": topic.measure,
        "population": topic.population,
        "rule": rule,
        "used": tuple(sorted(item.claim.number for item in used)),
        "left_out": left_out(out),
    }
    return made(Figure, own | numbers)


def _numbers(states: Sequence[Stated], rule: Rule) -> Numbers:
    low, high = _ends(states, rule)
    return Numbers(
        low=low,
        best=_best(states, low, high),
        high=high,
        open_above=rule not in NEVER_OPEN and any(item.open_above for item in states),
        open_below=rule not in NEVER_OPEN and any(item.open_below for item in states),
    )


def _ends(states: Sequence[Stated], rule: Rule) -> tuple[int, int]:
    low, high = min(item.low for item in states), max(item.high for item in states)
    match rule:
        case Rule.LOWEST | Rule.ACLED:
            return low, low
        case Rule.HIGHEST:
            return high, high
        case Rule.GTD:
            return states[0].point, states[0].point
        case _:
            return low, high


def _best(states: Sequence[Stated], low: int, high: int) -> int | None:
    """The number on which all that commit to one agree, if nothing else used excludes it."""
    bests = {item.best for item in states if item.best is not None}
    if len(bests) != 1:
        return None
    best = bests.pop()
    agreed = low <= best <= high and all(item.admits(best) for item in states)
    return best if agreed else None
