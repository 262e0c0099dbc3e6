"""A table in a workbook: the first sheet, its cells as a CSV file would have them."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any

from incidents.importers.reading.errors import FileError, closed_on_error
from incidents.importers.reading.limits import Limits
from incidents.importers.reading.packing import HEAD, ZIP, check_sizes, is_workbook, kind_of, zip_archive
from incidents.importers.reading.rows import Split, miscounted, oversized
from incidents.importers.reading.streams import CHUNK, Damaged, Stream
from incidents.importers.reading.strings import StreamingReader
from incidents.importers.reading.textfile import ENDINGS

OLD = b"\xd0\xcf\x11\xe0"
TWICE = "is packed twice; unpack it once and import what is inside"
SAVE = "open it in a spreadsheet program, save it as CSV (UTF-8) and import that"


class Workbook:
    """Formulas are not evaluated: what a cell says is the value that was stored with it."""

    def __init__(self, path: Path, file: IO[bytes], limits: Limits) -> None:
        self._file = file
        self._limits = limits
        self.bytes_total = path.stat().st_size
        self._size = file.seek(0, 2)
        with closed_on_error(file), zip_archive(file) as archive:
            check_sizes(archive.infolist(), limits)

    @property
    def bytes_read(self) -> int:
        if self._file.closed:
            return self.bytes_total
        return self.bytes_total * min(self._file.tell(), self._size) // max(self._size, 1)

    def split(self) -> Iterator[Split]:
        """The rows from the first on, those without any cell left out. Raises FileError."""
        try:
            yield from _rows(self._cells(), self._limits)
        except FileError:
            raise
        except Exception as error:
            # The library raises whatever its reading of damaged XML happens to run into.
            raise Damaged(f"is a workbook that cannot be read; {SAVE}") from error

    def _cells(self) -> Iterator[tuple[Any, ...]]:
        reader = StreamingReader(self._file)
        with closing(reader):
            book = _read(reader)
            sheet = book.worksheets[0]
            # What the file says of its size need not be true.
            sheet.reset_dimensions()
            yield from sheet.iter_rows(values_only=True)

    def close(self) -> None:
        self._file.close()


def _read(reader: StreamingReader) -> Any:
    """The workbook, without the library's words about styles that it misses."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader.read()
    return reader.wb


def unpacked_workbook(path: Path, limits: Limits, endings: Sequence[str] = ENDINGS) -> IO[bytes] | None:
    """The workbook in the file, which may be packed once more; None if there is none. Raises FileError.

    `endings` are those of the files that are looked for in an archive.
    """
    file = path.open("rb", buffering=CHUNK)
    with closed_on_error(file):
        if is_workbook(file):
            return file
    file.close()
    with Stream(path, endings, limits) as stream:
        head = stream.read(HEAD) or b""
        if head.startswith(OLD):
            raise FileError(f"is a workbook of an old kind; {SAVE}")
        if not stream.kind or not kind_of(head):
            return None
        if kind_of(head) == ZIP:
            return _copy(stream, head)
    raise FileError(TWICE)


def _copy(stream: Stream, head: bytes) -> IO[bytes]:
    """A workbook is read from its end, so it needs a file of its own. Raises FileError."""
    copy = tempfile.TemporaryFile()  # noqa: SIM115  it lives as long as the table
    with closed_on_error(copy):
        copy.write(head)
        shutil.copyfileobj(stream, copy, CHUNK)
        if is_workbook(copy):
            return copy
        raise FileError(TWICE)


def _rows(rows: Iterable[tuple[Any, ...]], limits: Limits) -> Iterator[Split]:
    width = empty = 0
    for number, cells in enumerate(rows, start=1):
        values = _trimmed(cells)
        empty = 0 if values else empty + 1
        if empty > limits.gap:
            raise FileError(f"has more empty rows than a sheet can have; {SAVE}")
        if values:
            width = width or len(values)
            values += [""] * (width - len(values))
            yield Split(number, values, _problem(values, width, limits))


def _problem(values: list[str], width: int, limits: Limits) -> str:
    if any("\0" in value for value in values):
        return "holds a NUL byte; take it out"
    return miscounted(len(values), width) or oversized(values, limits.cell)


def _trimmed(cells: Iterable[Any]) -> list[str]:
    """The cells as text, without the empty ones at the end."""
    values = [text_of(cell) for cell in cells]
    while values and not values[-1]:
        values.pop()
    return values


def text_of(value: object) -> str:
    """A cell as a CSV file would have it: whole numbers without a point, days as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value).isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value)
