"""A claim's range as a small bar, on one scale for all the claims of a measure."""

from __future__ import annotations

from dataclasses import dataclass

from archive.figures import Stated
from archive.record import Figure

WIDTH = 132
MARGIN = 11


@dataclass(frozen=True, slots=True)
class Scale:
    """From zero to the largest number shown, over the bar's width in drawing units."""

    largest: int

    def at(self, number: int) -> float:
        return round(MARGIN + (WIDTH - 2 * MARGIN) * number / (self.largest or 1), 1)


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a claim's numbers begin and end, and the figure's band behind them, if there is one."""

    start: float
    end: float
    open_above: bool
    open_below: bool
    band_start: float
    band_width: float

    @property
    def is_point(self) -> bool:
        return self.start == self.end


def bar(stated: Stated, figure: Figure, scale: Scale) -> Bar:
    low, high = figure.low or 0, figure.high or 0
    return Bar(
        start=scale.at(stated.low),
        end=scale.at(stated.high),
        open_above=stated.open_above,
        open_below=stated.open_below,
        band_start=scale.at(low) - 2 if figure.low is not None else 0,
        band_width=round(scale.at(high) - scale.at(low) + 4, 1) if figure.low is not None else 0,
    )
