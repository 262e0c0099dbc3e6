"""Rows as CSV: https://www.rfc-editor.org/rfc/rfc4180, in UTF-8."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from archive.columns.table import Kind, Row, Table

#: What makes a spreadsheet take a text for a formula: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: By it spreadsheets recognise UTF-8.
MARK = "\ufeff"
#: The first cell of the line that says that the file is whole.
END = "#end"
FLAGS = {True: "true", False: "false", None: None}

Cells = Sequence[Any]


def csv_of(
    table: Table, chunks: Iterable[Sequence[Row]], *, excel: bool = False, end: bool = False
) -> Iterator[bytes]:
    """A line of names, then one for each row.

    `excel`: with a mark by which spreadsheets know the encoding, and with no cell that they take for a
    formula. `end`: with a last line “#end,<rows>”, by which a kept file is known to be whole.
    """
    cells = _cells_of(table, excel=excel)
    yield _lines([table.names]).encode("utf-8-sig" if excel else "utf-8")
    sent = 0
    for rows in chunks:
        sent += len(rows)
        yield _lines(map(cells, rows)).encode()
    if end:
        yield _lines([(END, sent)]).encode()


def _cells_of(table: Table, *, excel: bool) -> Callable[[Row], Cells]:
    flags = [place for place, kind in enumerate(table.kinds) if kind is Kind.FLAG]
    texts = [place for place, kind in enumerate(table.kinds) if kind is Kind.TEXT] if excel else []
    if not flags and not texts:
        return tuple

    def cells(row: Row) -> Cells:
        written = [*row]
        for place in flags:
            written[place] = FLAGS[written[place]]
        for place in texts:
            written[place] = _no_formula(written[place])
        return written

    return cells


def _no_formula(text: str | None) -> str | None:
    return f"'{text}" if text and text.startswith(FORMULA) else text


def _lines(rows: Iterable[Cells]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
