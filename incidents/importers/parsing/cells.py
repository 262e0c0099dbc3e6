"""Reading single cells: numbers, days, coordinates. Pure.

Every error names the column and says what the cell holds.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, datetime

from archive.record import LARGEST_COUNT
from incidents.importers.parsing.entry import Cells, RowError

Spot = tuple[float, float]


def text(cells: Cells, column: str) -> str:
    """What the cell says, its blanks and line breaks each as one blank."""
    return " ".join(cells.get(column, "").split())


def required(cells: Cells, column: str) -> str:
    """The same of a cell that must not be empty. Raises RowError."""
    if found := text(cells, column):
        return found
    raise RowError(f"{column}: is empty")


def count(cells: Cells, column: str, unknown: Iterable[str] = ("",)) -> int | None:
    """A number of people; None where the cell holds one of the marks for “unknown”. Raises RowError."""
    found = text(cells, column)
    if found in unknown:
        return None
    number = _number(found)
    if number is None or number != int(number) or not 0 <= number <= LARGEST_COUNT:
        raise RowError(f"{column}: “{found[:80]}” is not a number of people")
    return int(number)


def code(cells: Cells, column: str) -> int | None:
    """A whole number that stands for something; None where the cell is empty. Raises RowError."""
    found = text(cells, column)
    if not found:
        return None
    number = _number(found)
    if number is None or number != int(number) or abs(number) > 10**12:
        raise RowError(f"{column}: “{found[:80]}” is not a whole number")
    return int(number)


def spot(cells: Cells, latitude: str = "latitude", longitude: str = "longitude") -> Spot | None:
    """Degrees of latitude and longitude; None where both cells are empty. Raises RowError."""
    north, east = text(cells, latitude), text(cells, longitude)
    if not north and not east:
        return None
    return _degrees(north, latitude, 90), _degrees(east, longitude, 180)


def day(cells: Cells, column: str, *forms: str) -> date:
    """A day in one of the forms, which `datetime.strptime` knows, or as ISO 8601. Raises RowError."""
    found = required(cells, column)
    for form in forms:
        try:
            return datetime.strptime(found, form).date()
        except ValueError:
            continue
    try:
        return datetime.fromisoformat(found).date()
    except ValueError as error:
        raise RowError(f"{column}: “{found[:80]}” is not a date") from error


def _degrees(found: str, column: str, most: int) -> float:
    number = _number(found)
    if number is None or not -most <= number <= most:
        raise RowError(f"{column}: “{found[:80]}” is not a number of degrees between -{most} and {most}")
    return number


def _number(found: str) -> float | None:
    try:
        number = float(found)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
