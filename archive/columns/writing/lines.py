"""Answers one to a line: https://github.com/ndjson/ndjson-spec"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import orjson

from archive.columns.table import Row, Table


def ndjson_of(chunks: Iterable[Sequence[str]], *, end: bool = False) -> Iterator[bytes]:
    """Texts that are JSON already. `end`: with a last line that says how many there were."""
    sent = 0
    for texts in chunks:
        sent += len(texts)
        yield "\n".join([*texts, ""]).encode()
    if end:
        yield orjson.dumps({"end": True, "rows": sent}, option=orjson.OPT_APPEND_NEWLINE)


def objects(table: Table, rows: Iterable[Row]) -> list[str]:
    """Each row as JSON, by the names of its columns."""
    return [orjson.dumps(dict(zip(table.names, row, strict=True))).decode() for row in rows]
