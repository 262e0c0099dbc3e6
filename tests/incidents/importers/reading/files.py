"""Small files of a small format, and what is read from them."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from archive.record import Publication
from archive.vocabulary import PublicationKind
from incidents.importers.parsing.dataset import Dataset
from incidents.importers.parsing.entry import Cells, Entry
from incidents.importers.parsing.format import Format
from incidents.importers.reading import LIMITS, Limits, Row, open_table

HEADER = b"id,name,killed\n"


def _parse(cells: Cells, dataset: Dataset) -> Entry:
    raise AssertionError("reading a file parses nothing")


def form(*variants: Sequence[str], needed: Sequence[str] = ("id", "killed")) -> Format:
    return Format(
        name="counts",
        label="Counts",
        publication=Publication(key="counts", name="Counts", kind=PublicationKind.DATASET),
        redistributable=True,
        variants=variants or (("id", "name", "killed"), ("id", "name", "killed", "note")),
        needed=frozenset(needed),
        parse=_parse,
        release_of=lambda name: "",
    )


FORM = form()


def file(folder: Path, content: bytes, name: str = "counts.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def read(
    folder: Path, content: bytes, *, form: Format = FORM, limits: Limits = LIMITS, after: int = 0
) -> list[Row]:
    with open_table(file(folder, content), form, limits) as table:
        return list(table.rows(after))


def cells(rows: Sequence[Row]) -> list[dict[str, str]]:
    return [dict(row.cells) for row in rows]


def workbook(*rows: Sequence[Any]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
OVERRIDE = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s" />' % TYPE
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def with_shared_strings(book: bytes, first: int = 0, row: int = 2) -> bytes:
    """The same workbook with its texts, numbered from `first`, apart from its cells, as programs write it.

    `row` is the number of its second row.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(content, "w") as new:
        parts = {name: old.read(name) for name in old.namelist()}
        sheet = re.sub(rb'"([A-Z]?)2"', rb'"\g<1>%d"' % row, parts["xl/worksheets/sheet1.xml"])
        texts = re.findall(rb'"inlineStr"><is>(.*?)</is>', sheet)
        numbers = itertools.count(first)
        parts["xl/worksheets/sheet1.xml"] = re.sub(
            rb'"inlineStr"><is>.*?</is>', lambda _: b'"s"><v>%d</v>' % next(numbers), sheet
        )
        items = b"".join(b"<si>%s</si>" % text for text in texts)
        parts["xl/sharedStrings.xml"] = b'<sst xmlns="%s">%s</sst>' % (MAIN, items)
        types = parts["[Content_Types].xml"]
        parts["[Content_Types].xml"] = types.replace(b"</Types>", OVERRIDE + b"</Types>")
        for name, part in parts.items():
            new.writestr(name, part)
    return content.getvalue()
