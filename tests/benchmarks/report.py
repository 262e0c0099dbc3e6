"""What was measured, compared and judged; pure.

A ratio is taken within one run alone: absolute figures mean nothing on machines that others use too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from statistics import median
from typing import Any

#: A machine on which the floor itself varies by more of its median tells nothing.
NOISY = 0.25
#: Such a share of the rounds must tell the same as all of them together.
AGREED = 2 / 3
#: Measured less often than this, it does not tell how much it varies.
LEAST = 3


class Unit(StrEnum):
    """What a sample counts."""

    RATE = "requests/s"
    ROWS = "rows/s"
    MILLISECONDS = "ms"
    SECONDS = "s"
    MEGABYTES = "MB"
    KILOBYTES = "kB"
    PROCESSORS = "ms of processors"

    @property
    def is_steady(self) -> bool:
        """Whether whatever else the machine does changes nothing."""
        return self in (Unit.MEGABYTES, Unit.KILOBYTES, Unit.PROCESSORS)


class Reach(StrEnum):
    YES = "yes"
    NO = "no"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Series:
    """What one contender did in each round. `queries`, `bytes`: of one request, where that is known."""

    name: str
    samples: tuple[float, ...]
    queries: int | None = None
    bytes: int | None = None
    p95_ms: float | None = None

    @property
    def median(self) -> float:
        return median(self.samples)

    @property
    def spread(self) -> float:
        """How far the samples lie apart, as a share of their median."""
        return (max(self.samples) - min(self.samples)) / self.median if self.median else 0.0


@dataclass(frozen=True, slots=True)
class Target:
    """What a contender is to reach: a share of another one's figure or, `against` nobody, a figure.

    `least` and `most` bound it. Shares are of the figures as they stand: of rates 0.6 is slower than 1, of
    times faster.
    """

    of: str
    words: str
    against: str | None = None
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Contenders that were measured side by side, in rounds. `floor`: the one by which noise is judged."""

    workload: str
    title: str
    unit: Unit
    floor: str
    series: tuple[Series, ...]
    targets: tuple[Target, ...] = ()

    def of(self, name: str) -> Series:
        """Raises KeyError where nobody of that name was measured."""
        return {each.name: each for each in self.series}[name]

    @property
    def is_noisy(self) -> bool:
        """Whether nothing can be told, because the floor varied too much or was measured too seldom."""
        floor = self.of(self.floor)
        return not self.unit.is_steady and (floor.spread > NOISY or len(floor.samples) < LEAST)


@dataclass(frozen=True, slots=True)
class Judgement:
    target: Target
    figure: float
    reach: Reach


def ratio(comparison: Comparison, of: str, against: str) -> float:
    """How many times the figure of the one is that of the other."""
    return _share(comparison.of(of).median, comparison.of(against).median)


def judged(comparison: Comparison) -> list[Judgement]:
    """What was reached. Nothing can be told where the machine was too noisy, or rounds disagree."""
    return [_judged(comparison, target) for target in comparison.targets]


def _judged(comparison: Comparison, target: Target) -> Judgement:
    of = comparison.of(target.of)
    against = comparison.of(target.against) if target.against else None
    figure = ratio(comparison, of.name, against.name) if against else of.median
    rounds = (
        [_share(*pair) for pair in zip(of.samples, against.samples, strict=False)] if against else of.samples
    )
    met = _is_met(target, figure)
    agreed = sum(_is_met(target, one) == met for one in rounds)
    if comparison.is_noisy or agreed < AGREED * len(rounds):
        return Judgement(target, figure, Reach.NOISE)
    return Judgement(target, figure, Reach.YES if met else Reach.NO)


def _is_met(target: Target, figure: float) -> bool:
    enough = target.least is None or figure >= target.least
    return enough and (target.most is None or figure <= target.most)


def _share(figure: float, other: float) -> float:
    return figure / other if other else float("inf")


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Everything, for programs."""
    series = [asdict(each) | {"median": each.median, "spread": each.spread} for each in comparison.series]
    reached = [
        asdict(each.target) | {"figure": each.figure, "reach": each.reach} for each in judged(comparison)
    ]
    return asdict(comparison) | {"series": series, "targets": reached, "noisy": comparison.is_noisy}


def markdown(title: str, told: Mapping[str, str], comparisons: Sequence[Comparison]) -> str:
    """A section: what is told of the surroundings, what was measured, and what was to be reached."""
    facts = [f"- {name}: {text}" for name, text in told.items()]
    lines = [f"## {title}", "", *facts, "", *_reached(comparisons), "", *_measured(comparisons), ""]
    return "\n".join(lines)


def _measured(comparisons: Iterable[Comparison]) -> Iterator[str]:
    yield "| workload | who | median | from – to | × floor | queries | bytes | p95 ms |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|"
    for each in comparisons:
        for series in each.series:
            yield _row(each, series)


def _row(comparison: Comparison, series: Series) -> str:
    cells = [
        comparison.title if series is comparison.series[0] else "",
        series.name,
        f"{number(series.median)} {comparison.unit}",
        f"{number(min(series.samples))} – {number(max(series.samples))}",
        f"{ratio(comparison, series.name, comparison.floor):.2f}",
        "" if series.queries is None else str(series.queries),
        "" if series.bytes is None else f"{series.bytes:,}",
        "" if series.p95_ms is None else number(series.p95_ms),
    ]
    return f"| {' | '.join(cells)} |"


def _reached(comparisons: Iterable[Comparison]) -> Iterator[str]:
    yield "| to reach | measured | reach |"
    yield "|---|---:|---|"
    for comparison in comparisons:
        for each in judged(comparison):
            unit = f" {comparison.unit}" if each.target.against is None else " ×"
            yield f"| {comparison.title}: {each.target.words} | {number(each.figure)}{unit} | {each.reach} |"


def number(figure: float) -> str:
    """With three digits that count, or whole."""
    if figure >= 100:
        return f"{figure:,.0f}"
    return f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}"
