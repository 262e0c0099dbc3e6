"""Reading the files of a release: each change with the edition that appeared by it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from archive.answers import Changed
from archive.bundle import CHANGES, EDITIONS, BadLine, EditionLine, read_change, read_edition
from archive.vocabulary import ChangeKind

#: No line is longer, in bytes.
LONGEST = 1 << 26


@dataclass(frozen=True, slots=True)
class Step:
    """A change, and what the files say of its edition; `place`: file and line, for whoever looks for it.

    Of a redaction, `edition` is the line by which the edition appeared.
    """

    change: Changed
    edition: EditionLine
    place: str


class Unfit(Exception):
    """The files do not hold a chain of editions; the message says where, and what is wrong."""


def steps_of(path: Path) -> Iterator[Step]:
    """Every change with its edition, in order. Raises Unfit."""
    redacted: dict[str, Step] = {}
    with (path / CHANGES).open("rb") as changes, gzip.open(path / EDITIONS, "rb") as editions:
        appeared = _editions(cast(BinaryIO, editions))
        for change, place in _changes(changes):
            if change.kind is ChangeKind.REDACTION:
                yield _redaction(change, redacted.pop(change.seal, None), place)
                continue
            step = _appearance(change, appeared)
            if step.edition.said.redacted_at:
                redacted[change.seal] = step
            yield step
        for _, place in appeared:
            raise Unfit(f"{place}: no change tells of this edition")


def _appearance(change: Changed, appeared: Iterator[tuple[EditionLine, str]]) -> Step:
    edition, place = next(appeared, (None, f"{EDITIONS}, at its end"))
    if edition is None:
        raise Unfit(f"{place}: {change.incident}, edition {change.number} is missing")
    said = edition.said
    told = (change.incident, change.number, change.kind.value, change.seal)
    if told != (said.incident, said.number, said.kind.value, said.seal):
        here = f"{change.incident}, edition {change.number}"
        raise Unfit(f"{place}: by {CHANGES}, {here} should come here, with the kind and the seal given there")
    return Step(change, edition, place)


def _redaction(change: Changed, step: Step | None, place: str) -> Step:
    if step is None:
        raise Unfit(f"{place}: {change.incident}, edition {change.number} is not redacted in {EDITIONS}")
    return Step(change, step.edition, place)


def _changes(file: BinaryIO) -> Iterator[tuple[Changed, str]]:
    before = 0
    for line, place in _lines(file, CHANGES):
        try:
            change = read_change(line)
        except BadLine as error:
            raise Unfit(f"{place}: {error}") from None
        if change.sequence <= before:
            raise Unfit(f"{place}: change {change.sequence} cannot follow change {before}")
        before = change.sequence
        yield change, place


def _editions(file: BinaryIO) -> Iterator[tuple[EditionLine, str]]:
    for line, place in _lines(file, EDITIONS):
        try:
            yield read_edition(line), place
        except BadLine as error:
            raise Unfit(f"{place}: {error}") from None


def _lines(file: BinaryIO, name: str) -> Iterator[tuple[bytes, str]]:
    number = 0
    try:
        while line := file.readline(LONGEST):
            number += 1
            yield line, f"{name}, line {number}"
    except (OSError, EOFError) as error:
        raise Unfit(f"{name}, after line {number}: it cannot be unpacked: {error}") from None
