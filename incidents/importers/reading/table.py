"""A file as a table: its columns and its rows, one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Protocol, Self

from incidents.importers.parsing.format import Format
from incidents.importers.reading import exports
from incidents.importers.reading.digests import digest
from incidents.importers.reading.errors import FileError, closed_on_error, named
from incidents.importers.reading.headers import header_of, is_tags
from incidents.importers.reading.limits import LIMITS, Limits
from incidents.importers.reading.rows import Row, Split
from incidents.importers.reading.streams import Damaged
from incidents.importers.reading.textfile import ENDINGS, TextFile
from incidents.importers.reading.workbook import Workbook, unpacked_workbook


class Sheet(Protocol):
    """Where rows come from. `split` begins anew each time."""

    @property
    def bytes_total(self) -> int: ...

    @property
    def bytes_read(self) -> int: ...

    def split(self) -> Iterator[Split]: ...

    def close(self) -> None: ...


class Table:
    """`columns` are those of the data, in the file's order, under the names that the format gives them."""

    def __init__(self, path: Path, sheet: Sheet, form: Format) -> None:
        self.path = path
        self._sheet = sheet
        first = next(sheet.split(), None)
        if first is None:
            raise FileError("is empty; choose the file that holds the rows")
        if first.problem:
            raise FileError(f"has a first line that cannot be read: it {first.problem}")
        self._header = header_of(first.values, form)
        self.columns = tuple(self._header.columns[place] for place in self._header.kept)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._sheet.close()

    @cached_property
    def sha256(self) -> str:
        """Of the file's bytes on the disk."""
        return digest(self.path)

    @property
    def bytes_total(self) -> int:
        """The size of the file on the disk."""
        return self._sheet.bytes_total

    @property
    def bytes_read(self) -> int:
        """How much of it the rows so far have taken."""
        return self._sheet.bytes_read

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The data rows behind the first `after`. Raises FileError, also in their midst."""
        number = after
        with named(self.path.name):
            try:
                for number, row in enumerate(islice(self._data(), after, None), start=after + 1):
                    yield self._row(number, row)
            except Damaged as error:
                raise FileError(f"{error}. {number:,} rows were read before that") from error

    def _data(self) -> Iterator[Split]:
        rows = self._sheet.split()
        if not self._header.written:
            yield from rows
            return
        next(rows, None)
        second = next(rows, None)
        if second is not None and not is_tags(second.values):
            yield second
        yield from rows

    def _row(self, number: int, row: Split) -> Row:
        if row.problem:
            return Row(number, row.line, {}, self._own(row.values), row.problem)
        values = self._own(row.values)
        cells = {column: value for column, value in zip(self.columns, values, strict=True) if value}
        return Row(number, row.line, cells, values)

    def _own(self, values: Sequence[str]) -> tuple[str, ...]:
        """The cells without what was said of refused rows."""
        if len(self.columns) == len(self._header.columns):
            return tuple(values)
        ours = set(range(len(self._header.columns))) - set(self._header.kept)
        return tuple(value for place, value in enumerate(values) if place not in ours)


def open_table(path: Path, form: Format, limits: Limits = LIMITS) -> Table:
    """The table in the file, whatever it is packed in. Raises FileError."""
    with named(path.name):
        endings = exports.ENDINGS if form.pages else ENDINGS
        book = unpacked_workbook(path, limits, endings)
        sheet: Sheet = Workbook(path, book, limits) if book else _text(path, form, limits)
        with closed_on_error(sheet):
            return Table(path, sheet, form)


def _text(path: Path, form: Format, limits: Limits) -> Sheet:
    export = exports.Export(path, limits) if form.pages else None
    return export if export and export.is_xml else TextFile(path, form, limits)
