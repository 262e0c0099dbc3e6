"""What statistics are asked for, and which of it would say something wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.statistics.words import INTERVALS, LEVELS, TRAITS, Grouping, Interval, Measure
from archive.vocabulary import PlaceKind, Population

#: The measures that are counted within another one.
WITHIN_ANOTHER = (Measure.KILLED, Measure.INJURED)


class Meaningless(ValueError):
    """The question mixes what does not go together; the message says why, of `parameter`."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


@dataclass(frozen=True, slots=True)
class Question:
    """`group_by` has all words, `by` those beside the interval: one thing, or traits of one attack."""

    group_by: tuple[Grouping, ...]
    interval: Interval | None
    by: tuple[Grouping, ...]
    measures: tuple[Measure, ...]
    population: Population

    @property
    def may_overlap(self) -> bool:
        """Whether an incident can stand in several groups."""
        return bool(self.by)


def question(group_by: Iterable[Grouping], measures: Iterable[Measure], population: Population) -> Question:
    """The question in these words; without measures it is about the killed. Raises Meaningless."""
    words, wanted = tuple(dict.fromkeys(group_by)), tuple(dict.fromkeys(measures))
    _refuse_groupings(words)
    _refuse_measures(words, wanted, population)
    intervals = [INTERVALS[word] for word in words if word in INTERVALS]
    by = tuple(word for word in words if word not in INTERVALS)
    if not wanted and Grouping.PUBLICATION not in by:
        wanted = (Measure.KILLED,)
    return Question(words, intervals[0] if intervals else None, by, wanted, population)


def refuse_around(asked: Question, kinds: Iterable[str]) -> None:
    """Raise Meaningless if places are asked for that lie around those of these kinds, which are chosen."""
    order = list(PlaceKind)
    for level in (LEVELS[word] for word in asked.by if word in LEVELS):
        if any(order.index(PlaceKind(kind)) > order.index(PlaceKind(level)) for kind in kinds):
            raise Meaningless(
                "group_by",
                f"place:{level}: A place that was chosen is smaller than that, so none lies within it. "
                "Ask for a smaller level, or choose a larger place.",
            )


def _refuse_groupings(words: Sequence[Grouping]) -> None:
    _refuse_two(
        [word for word in words if word in INTERVALS],
        "One stretch of the calendar lies within another, so an incident would count for both. Ask for one.",
    )
    _refuse_two(
        [word for word in words if word in LEVELS],
        "One level of places lies within another, so an incident would count for both. Ask for one level, "
        "and narrow by place.",
    )
    _refuse_two(
        list(dict.fromkeys(map(_kind, (word for word in words if word not in INTERVALS)))),
        "An incident may have several of each, and no source says which belong together; the groups would "
        "be pairs that nobody states. Group by one of them, and narrow by the other.",
    )


def _refuse_two(words: Sequence[str], why: str) -> None:
    if len(words) > 1:
        raise Meaningless("group_by", f"{' and '.join(words[:2])}: {why}")


def _kind(word: Grouping) -> str:
    """Words of one kind are told of one thing."""
    if word in LEVELS:
        return "place"
    return "type, target or weapon" if word in TRAITS else str(word)


def _refuse_measures(words: Sequence[Grouping], measures: Sequence[Measure], population: Population) -> None:
    if Grouping.PUBLICATION in words and measures:
        raise Meaningless(
            "measure",
            "A figure rests on all the sources of its incident; summed by publication it would pass for what "
            "that publication states. Ask for no measure, and incidents are counted.",
        )
    within = [measure for measure in measures if measure in WITHIN_ANOTHER]
    if Measure.KILLED_OR_INJURED in measures and within:
        raise Meaningless(
            "measure",
            f"killed_or_injured counts the {within[0]} too, so side by side the two would look as if "
            "they could be added. Ask for them one by one.",
        )
    if population is Population.UNSTATED:
        raise Meaningless(
            "population", "Counts that do not say of whom stand with those of everybody. Ask for all."
        )
