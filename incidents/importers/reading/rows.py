"""Rows: as a file is split into them, and as an importer gets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Row:
    """One data row.

    `number` is 1 for the first one; the header and the line of HXL tags do not count. `line` is the line of
    the file, or the row of the sheet, on which it begins. `cells` leads from column to cell, empty ones left
    out; `values` are all cells as they were read. `problem` says why the
    row cannot be parsed; it has no cells then.
    """

    number: int
    line: int
    cells: Mapping[str, str]
    values: tuple[str, ...]
    problem: str = ""


class Split(NamedTuple):
    """A row as the file was split into it.

    `broken`: its quotes do not match, so that where it ends is a guess. `stray`: quotes
    stand in it that are around no cell.
    """

    line: int
    values: Sequence[str]
    problem: str = ""
    broken: bool = False
    stray: bool = False


def miscounted(found: int, wanted: int) -> str:
    """What is wrong with a row of so many cells; empty where nothing is."""
    if found == wanted:
        return ""
    return f"has {found} {'cell' if found == 1 else 'cells'} where the file has {wanted} columns"


def oversized(values: Sequence[str], most: int) -> str:
    """What is wrong with a row one of whose cells is too long; empty where nothing is."""
    longest = max(map(len, values), default=0)
    return f"has a cell of {longest:,} characters; {most:,} are read" if longest > most else ""
