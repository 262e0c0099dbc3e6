"""Numbers of people: plain, or with the few signs that lists use, as in “30+”, “10-12”, “about 20”."""

from __future__ import annotations

import re
from typing import Any

from archive.record import LARGEST_COUNT
from archive.vocabulary import Qualifier
from incidents.importers.formats.mapped.reader import Reader
from incidents.importers.formats.mapping.model import Numbers
from incidents.importers.parsing.entry import RowError

_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?"
#: Each way of writing a number, the qualifier that it means, and the names of its numbers.
FORMS = tuple(
    (re.compile(form.replace("N", _NUMBER)), qualifier, names)
    for form, qualifier, names in (
        ("N", Qualifier.EXACT, ("best",)),
        (r"N ?\+|at least N", Qualifier.AT_LEAST, ("low",)),
        (r"(?:more than|over|>) ?N", Qualifier.MORE_THAN, ("low",)),
        (r"(?:up to|at most) N", Qualifier.AT_MOST, ("high",)),
        (r"(?:fewer than|less than|under|<) ?N", Qualifier.FEWER_THAN, ("high",)),
        (r"(?:about|around|c\.|ca\.|~) ?N", Qualifier.ABOUT, ("best",)),
        (r"N ?(?:-|–|to) ?N", Qualifier.RANGE, ("low", "high")),
        (r"N ?(?:-|–|to) ?N ?\+", Qualifier.RANGE_OR_MORE, ("low", "high")),
    )
)
#: What the columns mean together, by those of them that hold a number; any others are an estimate.
TOGETHER = {
    frozenset({"best"}): Qualifier.EXACT,
    frozenset({"low"}): Qualifier.AT_LEAST,
    frozenset({"high"}): Qualifier.AT_MOST,
    frozenset({"low", "high"}): Qualifier.RANGE,
}


def quantity(reader: Reader, numbers: Numbers) -> dict[str, Any] | None:
    """The value of a claim; None where nothing is known. Raises RowError."""
    columns = numbers.columns()
    found = {name: words for name, column in columns.items() if (words := reader.text(column))}
    if not found:
        return None
    if columns.keys() == {"best"}:
        value = _in_words(found["best"], columns["best"])
    else:
        value = _together({name: _whole(words, columns[name]) for name, words in found.items()})
    return {**value, "population": numbers.population}


def _in_words(words: str, column: str) -> dict[str, Any]:
    for form, qualifier, names in FORMS:
        if found := form.fullmatch(words.lower()):
            numbers = (_whole(text, column) for text in found.groups() if text)
            return {"qualifier": qualifier, **dict(zip(names, numbers, strict=True))}
    raise _refusal(words, column)


def _whole(words: str, column: str) -> int:
    found = re.fullmatch(_NUMBER, words)
    digits = found[1].replace(",", "") if found else ""
    if not digits or len(digits) > len(str(LARGEST_COUNT)) or int(digits) > LARGEST_COUNT:
        raise _refusal(words, column)
    return int(digits)


def _refusal(words: str, column: str) -> RowError:
    return RowError(f"{column}: “{words[:80]}” is not a number of people")


def _together(numbers: dict[str, int]) -> dict[str, Any]:
    """A range that runs downwards is kept as the dataset's estimate."""
    qualifier = TOGETHER.get(frozenset(numbers), Qualifier.ESTIMATE)
    if qualifier is Qualifier.RANGE and numbers["low"] > numbers["high"]:
        qualifier = Qualifier.ESTIMATE
    return {"qualifier": qualifier, **numbers}
