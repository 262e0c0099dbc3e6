"""The numbered references: each source with its passages, and what is to be said of a citation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.pages.event.reading import Reading
from archive.pages.event.shown import Cited, Shown
from archive.references import Passage, Reference, SourceText, format_source


@dataclass(frozen=True, slots=True)
class Remark:
    """Whom the source credits for a claim, its words, or that it disputes the claim."""

    claim: int
    cited: Cited


@dataclass(frozen=True, slots=True)
class Note:
    passage: Passage
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered reference with its bibliographic text."""

    reference: Reference
    text: SourceText
    notes: tuple[Note, ...]


def entries(claims: Sequence[Shown], reading: Reading) -> Iterator[Entry]:
    remarks = list(_remarks(claims))
    for reference in reading.references.listed:
        notes = (Note(passage, _of(passage, remarks)) for passage in reference.passages)
        yield Entry(reference, format_source(reference.source, reading.record), tuple(notes))


def _of(passage: Passage, remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    return tuple(remark for remark in remarks if remark.cited.passage == passage)


def _remarks(claims: Sequence[Shown]) -> Iterator[Remark]:
    for each in claims:
        for cited in each.cited:
            if cited.via or cited.quote or cited.disputes:
                yield Remark(each.number, cited)
