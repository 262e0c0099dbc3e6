"""How a count moved: what was claimed, claim by claim, before the band of the figure that followed.

Across it runs the order of time and not its length, since counts rise within hours and are revised after
years; so each claim has a place of its own, and none hides another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from archive.charts.scale import Scale, scale_to
from archive.figures import Stated
from archive.record import Figure
from archive.wording import figure_text

#: The margins, the height of the plot and of a line of words, in drawing units (of a CSS pixel each).
START, END, TOP, HEIGHT, LINE, FOOT = 40, 12, 34, 132, 14, 10
#: How much room a claim takes, a moment at least, and a letter of the figure's words about.
CLAIM, MOMENT, LETTER = 20, 50, 7.5
#: How wide a plot is at least.
NARROWEST = 240
#: The band of a figure that is one number is as thick as a line that can be seen.
THIN = 4


@dataclass(frozen=True, slots=True)
class Point:
    """What one claim states; `is_used`: whether the figure of the page rests on it."""

    claim: int
    stated: Stated
    is_used: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """Claims of one day, the lines of words that name the day, and the figure from then on."""

    words: tuple[str, ...]
    points: tuple[Point, ...]
    figure: Figure


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim: upright from its largest to its smallest number; `best` where it commits to one."""

    claim: int
    x: float
    top: float
    bottom: float
    best: float | None
    open_above: bool
    open_below: bool
    is_used: bool

    @property
    def is_point(self) -> bool:
        return self.top == self.bottom


@dataclass(frozen=True, slots=True)
class Band:
    """The figure from one moment to the next; `text` where it changed and there is room to say so."""

    x: float
    width: float
    top: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A number of the upright scale and where it lies."""

    number: int
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the words beneath a moment, set about `x`."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything to draw, on a ground of `width` by `height`. `ends`: where each moment but the last ends."""

    width: float
    height: float
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    ends: tuple[float, ...]

    @property
    def start(self) -> float:
        """Where the plot begins from the left."""
        return START

    @property
    def end(self) -> float:
        return self.width - END

    @property
    def top(self) -> float:
        return TOP

    @property
    def floor(self) -> float:
        """Where zero lies."""
        return TOP + HEIGHT


def course_chart(moments: Sequence[Moment]) -> Chart:
    """The chart of the moments, in the order given. Raises ValueError where there is none."""
    if not moments:
        raise ValueError("A chart needs at least one moment.")
    edges = list(accumulate(_widths(moments), initial=float(START)))
    scale = scale_to(_largest(moments), top=TOP, height=HEIGHT)
    rows = max(len(moment.words) for moment in moments)
    return Chart(
        width=round(edges[-1] + END, 1),
        height=TOP + HEIGHT + LINE * rows + FOOT,
        ticks=tuple(Tick(number, scale.at(number)) for number in scale.numbers),
        bands=tuple(_bands(moments, edges, scale)),
        marks=tuple(_marks(moments, edges, scale)),
        lines=tuple(_lines(moments, edges)),
        ends=tuple(round(edge, 1) for edge in edges[1:-1]),
    )


def _widths(moments: Sequence[Moment]) -> list[float]:
    """Room for every moment; a few of them share what a narrow chart has."""
    needed = [max(MOMENT, CLAIM * len(moment.points)) for moment in moments]
    stretch = max(1.0, NARROWEST / sum(needed))
    return [round(stretch * width, 1) for width in needed]


def _largest(moments: Sequence[Moment]) -> int:
    said = [point.stated.high for moment in moments for point in moment.points]
    return max([*said, *(moment.figure.high or 0 for moment in moments)], default=0)


def _marks(moments: Sequence[Moment], edges: Sequence[float], scale: Scale) -> Iterator[Mark]:
    for moment, start, end in zip(moments, edges, edges[1:], strict=False):
        room = (end - start) / (len(moment.points) or 1)
        for place, point in enumerate(moment.points):
            yield _mark(point, round(start + room * (place + 0.5), 1), scale)


def _mark(point: Point, x: float, scale: Scale) -> Mark:
    stated = point.stated
    return Mark(
        claim=point.claim,
        x=x,
        top=scale.at(stated.high),
        bottom=scale.at(stated.low),
        best=None if stated.best is None else scale.at(stated.best),
        open_above=stated.open_above,
        open_below=stated.open_below,
        is_used=point.is_used,
    )


def _bands(moments: Sequence[Moment], edges: Sequence[float], scale: Scale) -> Iterator[Band]:
    """A band for each moment that has a number; its words are said once and never run into others."""
    said, free = "", 0.0
    for moment, start, end in zip(moments, edges, edges[1:], strict=False):
        low, high = moment.figure.low, moment.figure.high
        if low is None or high is None:
            continue
        text = figure_text(moment.figure)
        told = text if text != said and start >= free else ""
        if told:
            said, free = text, start + LETTER * (len(text) + 1)
        yield _band(start, end, scale.at(high), scale.at(low), told)


def _band(start: float, end: float, top: float, bottom: float, text: str) -> Band:
    height = round(bottom - top, 1)
    more = max(0.0, THIN - height)
    return Band(
        round(start, 1), round(end - start, 1), round(top - more / 2, 1), round(height + more, 1), text
    )


def _lines(moments: Sequence[Moment], edges: Sequence[float]) -> Iterator[Line]:
    for moment, start, end in zip(moments, edges, edges[1:], strict=False):
        for place, words in enumerate(moment.words, start=1):
            yield Line(round((start + end) / 2, 1), TOP + HEIGHT + LINE * place + 2, words)
