"""Refused rows as a file that can be mended and imported again."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
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
    """Write the rows as CSV to a file that was opened with `newline=""`; how many there were."""
    count = -1
    for line in reject_lines(columns, rejects):
        file.write(line)
        count += 1
    return count


def reject_lines(columns: Sequence[str], rejects: Iterable[Rejected]) -> Iterator[str]:
    """The header and then each row as CSV.

    The line and the reason stand first, since a refused row may have more cells than there are columns; an
    import of the file passes over these two. Cells are written as they were read: a spreadsheet may take
    some for formulas.
    """
    writer = csv.writer(_Echo())
    yield writer.writerow([*OURS, *columns])
    for reject in rejects:
        yield writer.writerow([reject.line, reject.reason, *reject.values])


class _Echo:
    """A file that gives back what is written to it, as does then the writer."""

    def write(self, text: str) -> str:
        return text
