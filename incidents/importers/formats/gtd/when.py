"""The date of a row: its three numbers, of which 0 is unknown, and the words beside them."""

from __future__ import annotations

from datetime import date

from archive.dates import Bounds, bounds
from incidents.importers.parsing.cells import code, text
from incidents.importers.parsing.draft import Draft
from incidents.importers.parsing.entry import Cells, RowError
from incidents.importers.parsing.written import written_date


def date_of(cells: Cells, draft: Draft) -> str:
    """The EDTF of the row's date. Raises RowError where its numbers are no date.

    `approxdate` says more than the numbers where the day is not known or not sure; it is taken where it can
    be read for sure and does not contradict them.
    """
    numbers = _numbers(cells)
    words = text(cells, "approxdate")
    written = written_date(words)
    if written is None:
        return numbers
    if _refines(bounds(written), bounds(numbers)):
        return written
    if not bounds(written).contains(bounds(numbers)):
        draft.flag(f"approxdate “{words[:80]}” contradicts iyear, imonth and iday ({numbers})")
    return numbers


def _numbers(cells: Cells) -> str:
    year, month, day = (code(cells, name) or 0 for name in ("iyear", "imonth", "iday"))
    if not 1900 <= year <= 2100:
        raise RowError(f"iyear: “{text(cells, 'iyear')[:80]}” is not a year")
    if month <= 0:
        return f"{year}"
    try:
        found = date(year, month, max(day, 1))
    except ValueError as error:
        raise RowError(f"iday: there is no day {day} in month {month} of {year}") from error
    return found.isoformat() if day > 0 else found.isoformat()[:7]


def _refines(written: Bounds, numbers: Bounds) -> bool:
    """Whether the words begin within the days of the numbers, or widen a day that is not sure."""
    begins = Bounds(written.earliest, written.earliest)
    return numbers.contains(begins) or (numbers.earliest == numbers.latest and written.contains(numbers))
