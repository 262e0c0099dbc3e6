"""From lines to rows, by the rules of RFC 4180: https://www.rfc-editor.org/rfc/rfc4180

A row whose quotes do not match is never guessed at: it is refused by its first line, and reading goes on with
the line after that.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from incidents.importers.reading.errors import FileError
from incidents.importers.reading.limits import Limits
from incidents.importers.reading.lines import Line, Lines, TooLong
from incidents.importers.reading.rows import Split, miscounted, oversized

UNMATCHED = (
    "has quotes that do not match; a quote within a cell is written twice, and such a cell within quotes"
)
LONG = "is longer than a row may be, or a quote that opens in it never closes"
#: So many whole rows behind a long one show that its quote is a stray one.
FOLLOWING = 3


def split(stream: io.BufferedReader, encoding: str, delimiter: str, limits: Limits) -> Iterator[Split]:
    """The rows, blank lines left out. Raises FileError."""
    # The module's own limit holds for the whole process; ours are checked beside it.
    csv.field_size_limit(max(csv.field_size_limit(), limits.row))
    splitter = Splitter(Lines(stream, encoding, limits), delimiter, limits)
    while (row := splitter.next()) is not None:
        if row.values:
            yield row
        if splitter.lost:
            raise FileError(
                f"has a quote on line {row.line} that never closes; what follows it cannot be read"
            )


class Splitter:
    """`lost`: the file's end was reached within a cell that was too long to be kept."""

    def __init__(self, lines: Lines, delimiter: str, limits: Limits) -> None:
        self.lost = False
        self._lines = lines
        self._delimiter = delimiter
        self._limits = limits
        self._reader = csv.reader(lines, delimiter=delimiter, strict=True)
        self._width = 0
        cell = rf'(?:"[^"]*(?:""[^"]*)*"|[^"{delimiter}\r\n]*)'
        self._tidy = re.compile(rf"{cell}(?:{delimiter}{cell})*[\r\n]*")

    def next(self) -> Split | None:
        """The next row, a blank line one without values; None at the end."""
        self._lines.begin()
        try:
            return self._row(next(self._reader))
        except StopIteration:
            return None
        except csv.Error:
            return self._broken(UNMATCHED)
        except TooLong:
            return self._too_long()

    def _row(self, values: Sequence[str]) -> Split:
        taken = self._lines.taken
        stray = any('"' in value for value in values) and not self._is_tidy(taken)
        if stray and len(taken) > 1:
            return self._broken(UNMATCHED)
        if values:
            self._width = self._width or len(values)
        return Split(taken[0].number, values, self._problem(values), stray=stray)

    def _is_tidy(self, lines: Sequence[Line]) -> bool:
        """Whether quotes stand around whole cells alone, and doubled within these."""
        return bool(self._tidy.fullmatch("".join(line.text for line in lines)))

    def _problem(self, values: Sequence[str]) -> str:
        for line in self._lines.taken:
            if line.fault:
                return f"line {line.number} {line.fault}"
        return miscounted(len(values), self._width) or oversized(values, self._limits.cell)

    def _broken(self, problem: str) -> Split:
        first, *others = self._lines.taken
        self._lines.put_back(others)
        return self._refused(first, problem)

    def _too_long(self) -> Split:
        """Its first line alone if whole rows follow it; or else all of it, up to where its quotes match."""
        taken = self._lines.taken
        following = taken[1 : 1 + FOLLOWING]
        if len(following) == FOLLOWING and all(map(self._is_whole, following)):
            return self._broken(LONG)
        odd = sum(line.quotes for line in taken) % 2 == 1
        problem = self._skip(odd)
        return self._refused(taken[0], problem)._replace(broken=odd or len(taken) > 1)

    def _skip(self, odd: bool) -> str:
        """Pass over the lines up to where the number of quotes is even; what is wrong with the row."""
        last = self._lines.taken[-1].number
        while odd and not self.lost:
            self._lines.begin()
            line = self._lines.take()
            self.lost = line is None
            if line is not None:
                odd, last = odd != (line.quotes % 2 == 1), line.number
        return f"{LONG}; it ends on line {last}"

    def _is_whole(self, line: Line) -> bool:
        return self._is_tidy([line]) and len(self._cells(line.text, strict=True)) == self._width

    def _refused(self, line: Line, problem: str) -> Split:
        values = self._cells(line.text[: self._limits.shown], strict=False)
        return Split(line.number, values or [line.text[: self._limits.shown]], problem, broken=True)

    def _cells(self, text: str, *, strict: bool) -> Sequence[str]:
        """What a line by itself says; nothing where it is not a row by itself."""
        try:
            return next(csv.reader([text], delimiter=self._delimiter, strict=strict), [])
        except csv.Error:
            return []
