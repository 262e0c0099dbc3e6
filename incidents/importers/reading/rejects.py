"""Refused rows as a file that can be mended and imported again."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TextIO

from incidents.importers.reading.headers import OURS


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was refused: the line on which it began, why, and its cells as they were read."""

    line: int
    reason: str
    values: Sequence[str]


def write_rejects(file: TextIO, columns: Sequence[str], rejects: Iterable[Rejected]) -> int:
    """Write the rows as CSV to a file that was opened with `newline=""`; how many there were.

    The line and the reason stand first, since a refused row may have more cells than there are columns; an
    import of the file passes over these two. Cells are written as they were read: a spreadsheet may take
    some for formulas.
    """
    writer = csv.writer(file)
    writer.writerow([*OURS, *columns])
    count = 0
    for reject in rejects:
        writer.writerow([reject.line, reject.reason, *reject.values])
        count += 1
    return count
