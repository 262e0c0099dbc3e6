"""Numbers of people in words: as a claim states them, and as a figure shows them."""

from __future__ import annotations

from collections.abc import Mapping

from archive.figures import Stated
from archive.language import gettext, marked
from archive.record import Figure, Quantity
from archive.vocabulary import LeftOutReason, Population, Qualifier, Rule
from archive.wording.lists import listed_out

NO_NUMBER = marked("no number stated")
NO_OFFICIAL = marked("no official count")
NONE_USED = marked("no count in use")

#: A number with the word that qualifies it.
QUALIFIED: Mapping[Qualifier, str] = {
    Qualifier.AT_LEAST: marked("at least {number}"),
    Qualifier.AT_MOST: marked("at most {number}"),
    Qualifier.MORE_THAN: marked("more than {number}"),
    Qualifier.FEWER_THAN: marked("fewer than {number}"),
    Qualifier.ABOUT: marked("about {number}"),
}

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
    span = open_text(range_text(low, high), open_above)
    if not open_below:
        return span
    return _up_to(span) if low == high else gettext("{numbers} or fewer").format(numbers=span)


def _up_to(numbers: str) -> str:
    return gettext("up to {numbers}").format(numbers=numbers)


def _no_figure(figure: Figure) -> str:
    if figure.rule is Rule.OFFICIAL:
        return gettext(NO_OFFICIAL)
    unused = any(item.reason is not LeftOutReason.VAGUE for item in figure.left_out)
    return gettext(NONE_USED if unused else NO_NUMBER)


def quantity_text(quantity: Quantity) -> str:
    """The number as claimed, “at least 16”, with the population where one is named."""
    text = count_text(quantity)
    return text if quantity.population in UNNAMED else f"{text} ({quantity.population.label})"


def count_text(quantity: Quantity) -> str:
    """The number as claimed, “at least 16”, of whomever it counts."""
    numbers = [number for number in (quantity.low, quantity.best, quantity.high) if number is not None]
    match quantity.qualifier:
        case Qualifier.VAGUE:
            return gettext(NO_NUMBER)
        case Qualifier.EXACT:
            return number_text(numbers[0])
        case Qualifier.RANGE:
            return range_text(numbers[0], numbers[1])
        case Qualifier.RANGE_OR_MORE:
            span = range_text(numbers[0], numbers[1])
            return gettext("{numbers} or more").format(numbers=span)
        case Qualifier.ESTIMATE:
            return _estimate(quantity)
        case qualifier:
            return gettext(QUALIFIED[qualifier]).format(number=number_text(numbers[0]))


def _estimate(quantity: Quantity) -> str:
    given = {
        gettext("best {number}"): quantity.best,
        gettext("low {number}"): quantity.low,
        gettext("high {number}"): quantity.high,
    }
    words = [name.format(number=number_text(each)) for name, each in given.items() if each is not None]
    return gettext("estimate: {numbers}").format(numbers=listed_out(words))


def range_text(low: int, high: int) -> str:
    """“12”, “28–30”. A script that runs to the left sets it apart, so that it does not turn round."""
    if low == high:
        return number_text(low)
    return gettext("{low}–{high}").format(low=number_text(low), high=number_text(high))


def open_text(numbers: str, is_open: bool) -> str:
    """“28–30+” where more is possible."""
    return gettext("{numbers}+").format(numbers=numbers) if is_open else numbers


def stated_text(stated: Stated) -> str:
    """What the archive reads in a claim: “16+”, “28–30+”, “up to 10”."""
    numbers = open_text(range_text(stated.low, stated.high), stated.open_above)
    return _up_to(numbers) if stated.open_below else numbers
