"""The lines of a text, decoded one by one; they can be put back."""

from __future__ import annotations

import codecs
import io
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incidents.importers.reading.encoding import decoded
from incidents.importers.reading.errors import FileError
from incidents.importers.reading.limits import Limits

QUOTE = b'"'


class TooLong(Exception):
    """The row that is being read is longer than a row may be."""


class Line(NamedTuple):
    """`text` with its line break; of a line that is too long, the beginning. `quotes`: how many are in it."""

    number: int
    text: str
    fault: str
    quotes: int
    cut: bool


class Lines(Iterator[str]):
    """`taken` are the lines since `begin`: those of one row."""

    def __init__(self, stream: io.BufferedReader, encoding: str, limits: Limits) -> None:
        self.taken: list[Line] = []
        self._stream = stream
        self._encoding = encoding
        self._limits = limits
        self._ahead: deque[Line] = deque()
        self._number = 0
        self._size = 0
        self._again = 0

    def begin(self) -> None:
        self.taken = []
        self._size = 0

    def __next__(self) -> str:
        """The next line. Raises TooLong when the row's lines are more, or longer, than the limits allow."""
        line = self.take()
        if line is None:
            raise StopIteration
        self._size += len(line.text)
        if line.cut or self._size > self._limits.row or len(self.taken) > self._limits.lines:
            raise TooLong
        return line.text

    def take(self) -> Line | None:
        """The next line, however long the row has become; None at the end."""
        line = self._ahead.popleft() if self._ahead else self._read()
        if line is not None:
            self.taken.append(line)
        return line

    def put_back(self, lines: Sequence[Line]) -> None:
        """Read these lines again. Raises FileError when that has happened too often."""
        self._again += sum(len(line.text) for line in lines)
        if self._again > self._limits.again:
            raise FileError(
                f"has quotes that do not match in too many places, up to line {self._number}; mend them"
            )
        self._ahead.extendleft(reversed(lines))

    def _read(self) -> Line | None:
        raw = self._stream.readline(self._limits.row)
        if not raw:
            return None
        self._number += 1
        quotes, cut = raw.count(QUOTE), False
        if len(raw) == self._limits.row and not raw.endswith(b"\n"):
            more, cut = self._skip()
            quotes += more
        if self._number == 1:
            raw = raw.removeprefix(codecs.BOM_UTF8)
        text, fault = decoded(raw, self._encoding)
        fault = fault or ("holds a NUL byte; take it out" if "\0" in text else "")
        return Line(self._number, text, fault, quotes, cut)

    def _skip(self) -> tuple[int, bool]:
        """Pass over the rest of the line: how many quotes are in it, and whether there was any."""
        quotes, some = 0, False
        while raw := self._stream.readline(self._limits.row):
            quotes, some = quotes + raw.count(QUOTE), True
            if raw.endswith(b"\n"):
                break
        return quotes, some
