"""What reading and writing must know of a format of bibliographies. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from archive.bibliography.reference import Entry, Flat


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    `parse` reads a file's text into entries, and raises BibliographyError; `compose` writes one of them, and
    `frame` stands before, between and after them.
    `meaning` is what an entry's own fields say; `entry` says it in them, as well as they can.
    `carried` is what an entry says under the archive's own names, `carry` adds that to an entry.
    `fields` are the format's names in which each thing is said; `id` is the one that holds an entry's id.
    """

    name: str
    label: str
    endings: tuple[str, ...]
    id: str
    fields: Mapping[str, Sequence[str]]
    parse: Callable[[str], list[Entry]]
    compose: Callable[[Entry], str]
    meaning: Callable[[Entry], Flat]
    entry: Callable[[Flat], Entry]
    carried: Callable[[Entry], Flat]
    carry: Callable[[Entry, Flat], Entry]
    frame: tuple[str, str, str] = ("", "\n", "")
