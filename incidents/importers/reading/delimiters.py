"""Which character stands between the cells, told by the header line alone."""

from __future__ import annotations

import csv

from incidents.importers.parsing.format import Format
from incidents.importers.reading.headers import known

DELIMITERS = (",", ";", "\t")
#: What is looked at of a line, in characters; less than the module’s own limit for a cell.
LONGEST = 100_000


def delimiter_of(text: str, form: Format) -> str:
    """The delimiter with which the first line that is not blank names most of the format's columns."""
    line = next((line for line in text.splitlines() if line.strip()), "")[:LONGEST]
    return max(DELIMITERS, key=lambda delimiter: _score(line, delimiter, form))


def _score(line: str, delimiter: str, form: Format) -> tuple[int, bool, int]:
    cells = next(csv.reader([line], delimiter=delimiter), [])
    names = {cell.strip().lower() for cell in cells} & set(known(form))
    return len(names), len(cells) in map(len, form.variants), len(cells)
