"""What a quantity states, number by number. No number is ever made out of words."""

from __future__ import annotations

from dataclasses import dataclass

from archive.record import Quantity
from archive.vocabulary import Qualifier

OPEN_ABOVE = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.RANGE_OR_MORE})
OPEN_BELOW = frozenset({Qualifier.AT_MOST, Qualifier.FEWER_THAN})


@dataclass(frozen=True, slots=True)
class Stated:
    """The smallest and the largest number stated, and on which side the statement is open.

    `best` is the one number that the claimant commits to, if any; `excluded` the number that "more than" or
    "fewer than" names and rules out.
    """

    low: int
    high: int
    best: int | None
    open_above: bool
    open_below: bool
    excluded: int | None = None

    @property
    def point(self) -> int:
        """The one number to take where a rule wants one: the best, else the smallest stated."""
        return self.low if self.best is None else self.best

    def admits(self, number: int) -> bool:
        """Whether the statement can be true of `number`."""
        fits_below = self.open_below or number >= self.low
        fits_above = self.open_above or number <= self.high
        return fits_below and fits_above and number != self.excluded


def stated(quantity: Quantity) -> Stated | None:
    """What the quantity states; nothing when it is vague. A disordered estimate runs over all its numbers."""
    numbers = [number for number in (quantity.low, quantity.best, quantity.high) if number is not None]
    if not numbers:
        return None
    strict = quantity.qualifier in (Qualifier.MORE_THAN, Qualifier.FEWER_THAN)
    return Stated(
        low=min(numbers),
        high=max(numbers),
        best=quantity.best,
        open_above=quantity.qualifier in OPEN_ABOVE,
        open_below=quantity.qualifier in OPEN_BELOW,
        excluded=numbers[0] if strict else None,
    )
