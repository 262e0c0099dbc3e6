"""The upright scale of a chart: from zero to a round number that holds everything shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

#: How many steps a scale has at most.
STEPS = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """People to drawing units, downwards from `top`: zero lies at `top + height`."""

    ceiling: int
    step: int
    top: float
    height: float

    def at(self, number: int) -> float:
        return round(self.top + self.height * (1 - number / self.ceiling), 1)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that have a line of their own, from zero up to the ceiling."""
        return tuple(range(0, self.ceiling + 1, self.step))


def scale_to(largest: int, *, top: float, height: float) -> Scale:
    """A scale that reaches `largest`, in at most `STEPS` steps of 1, 2 or 5 times a power of ten."""
    step = next(step for step in _round_numbers() if step * STEPS >= largest)
    steps = max(1, -(-largest // step))
    return Scale(ceiling=step * steps, step=step, top=top, height=height)


def _round_numbers() -> Iterator[int]:
    return (digit * 10**power for power in count() for digit in (1, 2, 5))
