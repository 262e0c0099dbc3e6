"""The date and the time of a row."""

from __future__ import annotations

from datetime import date, datetime

from incidents.importers.formats.mapped.reader import Reader
from incidents.importers.formats.mapping.model import Day
from incidents.importers.parsing.cells import day
from incidents.importers.parsing.days import between
from incidents.importers.parsing.entry import RowError
from incidents.importers.parsing.written import MONTHS

CLOCKS = ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I %p", "%H%M")
#: Numbers of a month or day that is not known.
NO_NUMBER = ("", "0", "00")


def date_of(reader: Reader) -> str | None:
    """The EDTF of the row's date; None where it is not known. Raises RowError."""
    given = reader.mapping.date
    if given is None:
        return None
    if given.year:
        return _of_numbers(reader, given)
    known = list(reader.known(given.column, given.first, given.last))
    if not known:
        return None
    return between(_day(reader, known[0]), _day(reader, known[-1]))


def _day(reader: Reader, column: str) -> date:
    return day(reader.cells, column, *reader.mapping.date_forms)


def _of_numbers(reader: Reader, given: Day) -> str | None:
    year, month, number = (reader.text(column) for column in (given.year, given.month, given.day))
    if not year:
        return None
    words = " ".join(word for word in (year, month, number) if word)
    try:
        found = date(int(year), MONTHS.get(month.lower()) or int(month or 0) or 1, int(number or 0) or 1)
    except ValueError as error:
        raise RowError(f"{given.year}: “{words[:80]}” is not a year, month and day") from error
    if month in NO_NUMBER:
        return found.isoformat()[:4]
    return found.isoformat()[:7] if number in NO_NUMBER else found.isoformat()


def clock_of(reader: Reader) -> str | None:
    """The time of day, as “14:30”; None where it is not known. Raises RowError."""
    found = reader.text(reader.mapping.time)
    for form in CLOCKS if found else ():
        try:
            return datetime.strptime(found, form).strftime("%H:%M")
        except ValueError:
            continue
    if found:
        raise RowError(f"{reader.mapping.time}: “{found[:80]}” is not a time of day, such as 14:30")
    return None
