"""Records out of one text: NDJSON line by line, or a dossier of one record or a list."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from incidents.dossiers.reading import DossierError, parsed
from incidents.importers.reading.limits import Limits

YAML_ENDINGS, JSON_ENDINGS, LINE_ENDINGS = (".yaml", ".yml"), (".json",), (".ndjson", ".jsonl")
ENDINGS = (*YAML_ENDINGS, *JSON_ENDINGS, *LINE_ENDINGS)
MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Item:
    """What may become a record: plain data, as JSON or YAML hold it.

    `number` is 1 for the first one of the file; `line` is where it begins, or 1 in a dossier; `within` names
    the file of an archive. `problem` says why there is none; `data` is then the beginning of the text.
    """

    number: int
    line: int
    data: Any
    problem: str = ""
    within: str = ""


def items_of(text: io.BufferedReader, limits: Limits) -> Iterator[Item]:
    """The items, numbered from 1. What the text is, is told by its first line. Raises FileError."""
    first = text.readline(limits.record).removeprefix(MARK)
    if first.lstrip()[:1] == b"{" and not _read(first, 1, limits).problem:
        yield from _lines(first, text, limits)
    else:
        yield from _dossier(first, text, limits)


def _lines(first: bytes, text: io.BufferedReader, limits: Limits) -> Iterator[Item]:
    """One item for each line that is not blank."""
    number, line, raw = 0, 1, first
    while raw:
        whole = len(raw) < limits.record or raw.endswith(b"\n")
        if raw.strip():
            number += 1
            yield _numbered(_read(raw, line, limits) if whole else _too_long(raw, line, limits), number)
        while not whole:
            more = text.readline(limits.record)
            whole = more.endswith(b"\n") or not more
        raw, line = text.readline(limits.record), line + 1


def _dossier(first: bytes, text: io.BufferedReader, limits: Limits) -> Iterator[Item]:
    content = first + (text.read(limits.record) or b"")
    if not content.strip():
        return
    if len(content) > limits.record:
        yield _numbered(_too_long(content, 1, limits), 1)
        return
    ending = ".json" if content.lstrip()[:1] in (b"{", b"[") else ".yaml"
    found = _read(content, 1, limits, ending)
    entries = found.data if isinstance(found.data, list) else [found.data]
    for number, entry in enumerate(entries, start=1):
        yield Item(number, 1, record_in(entry), found.problem)


def record_in(data: Any) -> Any:
    """The record in an edition as the API answers it; anything else as it is."""
    inside = data.get("record") if isinstance(data, dict) else None
    return inside if isinstance(inside, dict) else data


def _read(raw: bytes, line: int, limits: Limits, ending: str = ".json") -> Item:
    path = Path(f"-{ending}")
    try:
        return Item(0, line, record_in(parsed(raw, path)))
    except DossierError as error:
        problem = str(error).removeprefix(f"{path}: ")
        return Item(0, line, raw[: limits.shown].decode("utf-8", "backslashreplace"), problem)


def _too_long(raw: bytes, line: int, limits: Limits) -> Item:
    text = raw[: limits.shown].decode("utf-8", "backslashreplace")
    return Item(0, line, text, f"is longer than {limits.record:,} bytes; a record or a dossier is shorter")


def _numbered(item: Item, number: int) -> Item:
    return Item(number, item.line, item.data, item.problem, item.within)
