"""What a list is asked for to hold exactly the incidents of a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive.statistics.periods import inner, parameters_of, standing
from archive.statistics.question import Question
from archive.statistics.words import LEVELS, Grouping

Parameters = Mapping[str, Sequence[str]]


def traced(asked: Parameters, question: Question, period: str, values: Sequence[str]) -> Parameters | None:
    """The parameters of the list; `asked` are those of the filters.

    `period` and `values` are what the group's incidents have in common, in the order of the question. None
    where no list can be asked for just these: those of which nothing is known, of two periods that cross,
    or of two words that both ask for dates that are wider than something.
    """
    if values and not any(values):
        return None
    found = {**asked, **_values(question, values)}
    if question.interval is None:
        return found
    own = parameters_of(standing(period, question.interval), question.interval)
    for name, value in own.items():
        if (met := _met(name, [*asked.get(name, ()), value])) is None:
            return None
        found[name] = [met]
    return found


def _values(question: Question, values: Sequence[str]) -> Parameters:
    """Each value in the place of what its parameter asked for."""
    if question.by == (Grouping.ACTOR,):
        actor, attribution = values
        return {"actor": [actor] if actor else [], "attribution": [attribution]}
    names = ["place" if word in LEVELS else str(word) for word in question.by]
    return {name: [value] for name, value in zip(names, values, strict=True)}


def _met(name: str, values: Sequence[str]) -> str | None:
    """The one value that asks for what the first and the last of the values ask for together."""
    first, last = values[0], values[-1]
    if first == last:
        return first
    return inner(first, last) if name == "period" else None
