"""Columns side by side, each of what is sure and of what there may be beyond it.

A ground of columns is stretched to whatever breadth there is, so it holds no words: these stand around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.charts.scale import Scale, scale_to

#: The breadth of a place, the gap between columns, and the height of the ground, in drawing units.
PLACE, GAP, HEIGHT = 10, 2, 100
#: What is not nothing can be seen.
SEEN = 1.5


@dataclass(frozen=True, slots=True)
class Stack:
    """What there is at least and at most."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Column:
    """`sure` and `more` are heights; `top` is where the whole ends, `split` where what is sure does."""

    x: int
    width: int
    top: float
    more: float
    split: float
    sure: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Everything to draw, in the order given; None where there is nothing."""

    width: int
    height: int
    scale: Scale
    columns: tuple[Column | None, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers along the side, from the top down."""
        return self.scale.numbers[::-1]

    @property
    def lines(self) -> tuple[float, ...]:
        """Where these numbers lie."""
        return tuple(self.scale.at(number) for number in self.numbers)


def columns(stacks: Sequence[Stack]) -> Columns:
    """The ground for these, whose scale reaches the largest of them."""
    scale = scale_to(max((stack.high for stack in stacks), default=0), top=0, height=HEIGHT)
    return Columns(
        width=PLACE * len(stacks),
        height=HEIGHT,
        scale=scale,
        columns=tuple(_column(place, stack, scale) for place, stack in enumerate(stacks)),
    )


def _column(place: int, stack: Stack, scale: Scale) -> Column | None:
    if not stack.high:
        return None
    sure = max(SEEN, HEIGHT - scale.at(stack.low)) if stack.low else 0.0
    whole = max(SEEN, sure, HEIGHT - scale.at(stack.high))
    return Column(
        x=PLACE * place + GAP // 2,
        width=PLACE - GAP,
        top=round(HEIGHT - whole, 1),
        more=round(whole - sure, 1),
        split=round(HEIGHT - sure, 1),
        sure=round(sure, 1),
    )
