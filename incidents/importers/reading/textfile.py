"""A table in a text file: CSV, or the same with semicolons or tabs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from incidents.importers.parsing.format import Format
from incidents.importers.reading.delimiters import delimiter_of
from incidents.importers.reading.doubt import settled
from incidents.importers.reading.encoding import SAMPLE, encoding_of
from incidents.importers.reading.limits import Limits
from incidents.importers.reading.neighbours import untorn
from incidents.importers.reading.rows import Split
from incidents.importers.reading.splitting import split
from incidents.importers.reading.streams import Stream, buffered, sample_of

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")


class TextFile:
    """Encoding and delimiter are decided once, by the beginning of the file."""

    def __init__(self, path: Path, form: Format, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        with closing(self._open()) as stream:
            sample = sample_of(stream, SAMPLE)
        self._encoding = encoding_of(sample)
        self._delimiter = delimiter_of(
            sample[: limits.cell].decode(self._encoding, "replace").lstrip("\ufeff"), form
        )

    @property
    def bytes_total(self) -> int:
        return self._stream.bytes_total

    @property
    def bytes_read(self) -> int:
        return self._stream.bytes_read

    def _open(self) -> Stream:
        self._stream = Stream(self._path, ENDINGS, self._limits)
        return self._stream

    def split(self) -> Iterator[Split]:
        """The rows from the first on. Raises FileError."""
        with buffered(self._open()) as text:
            yield from untorn(settled(split(text, self._encoding, self._delimiter, self._limits)))

    def close(self) -> None:
        self._stream.close()
