"""Reading single cells: numbers, days, coordinates. Pure.

Every error names the column and says what the cell holds.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Collection
from datetime import date, datetime

from archive.record import LARGEST_COUNT
from incidents.importers.parsing.entry import Cells, RowError

Spot = tuple[float, float]


def text(cells: Cells, column: str) -> str:
    """What the cell says in composed characters, its blanks and line breaks each as one blank.

    Raises RowError for characters that no text holds, such as NUL.
    """
    found = " ".join(cells.get(column, "").split())
    if found.isascii() and found.isprintable():
        return found
    if hidden := next((one for one in found if unicodedata.category(one) in ("Cc", "Cs")), None):
        raise RowError(f"{column}: contains the control character U+{ord(hidden):04X}; remove it")
    return unicodedata.normalize("NFC", found)


def required(cells: Cells, column: str) -> str:
    """The same of a cell that must not be empty. Raises RowError."""
    if found := text(cells, column):
        return found
    raise RowError(f"{column}: is empty")


def count(cells: Cells, column: str, unknown: Collection[str] = ("",)) -> int | None:
    """A number of people; None where the cell holds one of the marks for “unknown”. Raises RowError."""
    found = text(cells, column)
    if found in unknown:
        return None
    number = _number(found)
    if number is None or number != int(number) or not 0 <= number <= LARGEST_COUNT:
        raise RowError(f"{column}: “{found[:80]}” is not a number of people")
    return int(number)


def share(cells: Cells, column: str, unknown: Collection[float] = ()) -> float | None:
    """A number of people that may be a fraction, where a dataset divides a sum among several rows.

    None where the cell is empty or holds one of the numbers for “unknown”. Raises RowError.
    """
    found = text(cells, column)
    number = _number(found)
    if not found or number in unknown:
        return None
    if number is None or not 0 <= number <= LARGEST_COUNT:
        raise RowError(f"{column}: “{found[:80]}” is not a number of people")
    return number


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


def listed(cells: Cells, column: str, mark: str = ";") -> list[str]:
    """What the cell lists between the marks, each once, in its order."""
    return list(dict.fromkeys(part.strip() for part in text(cells, column).split(mark) if part.strip()))


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
