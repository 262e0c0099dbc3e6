"""The texts of a workbook, which it keeps apart from its cells: on the disk, however many they are."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import IO

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.escape import unescape
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from incidents.importers.reading.errors import closed_on_error

ITEM = f"{{{SHEET_MAIN_NS}}}si"
KEPT = 10_000


class Strings:
    """Texts by their numbers; the most used are kept in memory."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  it lives as long as the workbook
        self._ends = array("Q", [0])
        with closed_on_error(self._file):
            for text in texts:
                self._file.write(text.encode("utf-8", "surrogatepass"))
                self._ends.append(self._file.tell())
        self._kept = lru_cache(KEPT)(self._read)

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self._ends) - 1:
            raise IndexError(number)
        return self._kept(number)

    def _read(self, number: int) -> str:
        start, end = self._ends[number], self._ends[number + 1]
        self._file.seek(start)
        return self._file.read(end - start).decode("utf-8", "surrogatepass")

    def close(self) -> None:
        self._file.close()


class StreamingReader(ExcelReader):
    """Reads a workbook row by row, and its texts into a file rather than a list."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file, read_only=True, data_only=True, keep_links=False)
        self.strings = Strings(iter(()))

    def read_strings(self) -> None:
        found = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        if found is not None:
            with self.archive.open(found.PartName[1:]) as source:
                self.strings.close()
                self.strings = Strings(_texts(source))
        # The library asks it for single texts alone.
        self.shared_strings = self.strings  # type: ignore[assignment]

    def close(self) -> None:
        self.strings.close()
        self.archive.close()


def _texts(source: IO[bytes]) -> Iterator[str]:
    root = None
    for event, node in iterparse(source, ("start", "end")):
        root = node if root is None else root
        if event == "end" and node.tag == ITEM:
            text = Text.from_tree(node)
            yield unescape(text.content) if text else ""
            root.clear()
