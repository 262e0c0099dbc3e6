"""Numbers of people in words: as a claim states them, and as a figure shows them."""

from __future__ import annotations

from archive.record import Figure, Quantity
from archive.vocabulary import LeftOutReason, Population, Qualifier, Rule

NO_NUMBER = "no number stated"
NO_OFFICIAL = "no official count"
NONE_USED = "no count in use"

UNNAMED = frozenset({Population.ALL, Population.UNSTATED})


def number_text(number: int) -> str:
    """“12”, “1,200”."""
    return f"{number:,}"


def figure_text(figure: Figure) -> str:
    """“28–30+”, “16+”, “12”, “up to 10”, or why there is no number."""
    if figure.low is None or figure.high is None:
        return _no_figure(figure)
    return span_text(figure.low, figure.high, open_above=figure.open_above, open_below=figure.open_below)


def span_text(low: int, high: int, *, open_above: bool, open_below: bool) -> str:
    """“28–30+”, “16+”, “12”, “up to 10”."""
    span = f"{range_text(low, high)}{'+' if open_above else ''}"
    if not open_below:
        return span
    return f"up to {span}" if low == high else f"{span} or fewer"


def _no_figure(figure: Figure) -> str:
    if figure.rule is Rule.OFFICIAL:
        return NO_OFFICIAL
    unused = any(item.reason is not LeftOutReason.VAGUE for item in figure.left_out)
    return NONE_USED if unused else NO_NUMBER


def quantity_text(quantity: Quantity) -> str:
    """The number as claimed, “at least 16”, with the population where one is named."""
    text = count_text(quantity)
    return text if quantity.population in UNNAMED else f"{text} ({quantity.population.label})"


def count_text(quantity: Quantity) -> str:
    """The number as claimed, “at least 16”, of whomever it counts."""
    numbers = [number for number in (quantity.low, quantity.best, quantity.high) if number is not None]
    match quantity.qualifier:
        case Qualifier.VAGUE:
            return NO_NUMBER
        case Qualifier.EXACT:
            return number_text(numbers[0])
        case Qualifier.RANGE:
            return range_text(numbers[0], numbers[1])
        case Qualifier.RANGE_OR_MORE:
            return f"{range_text(numbers[0], numbers[1])} or more"
        case Qualifier.ESTIMATE:
            return _estimate(quantity)
        case worded:
            return f"{worded.label} {number_text(numbers[0])}"


def _estimate(quantity: Quantity) -> str:
    given = {"best": quantity.best, "low": quantity.low, "high": quantity.high}
    words = [f"{name} {number_text(number)}" for name, number in given.items() if number is not None]
    return f"estimate: {', '.join(words)}"


def range_text(low: int, high: int) -> str:
    """“12”, “28–30”."""
    return number_text(low) if low == high else f"{number_text(low)}–{number_text(high)}"
