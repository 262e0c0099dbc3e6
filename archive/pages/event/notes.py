"""The numbered references: each source with its passages, and what is to be said of a citation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.pages.event.reading import Reading
from archive.pages.event.shown import Cited, Shown
from archive.references import Names, Passage, Reference, SourceText, format_source


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
    remarks, names = _remarks_by_marker(claims), Names(reading.record)
    for reference in reading.references.listed:
        notes = (Note(passage, tuple(remarks[passage.marker])) for passage in reference.passages)
        yield Entry(reference, format_source(reference.source, names), tuple(notes))


def _remarks_by_marker(claims: Sequence[Shown]) -> Mapping[str, Sequence[Remark]]:
    """The remarks on each passage; no two passages of a page have the same marker."""
    found: dict[str, list[Remark]] = defaultdict(list)
    for remark in _remarks(claims):
        found[remark.cited.passage.marker].append(remark)
    return found


def _remarks(claims: Sequence[Shown]) -> Iterator[Remark]:
    for each in claims:
        for cited in each.cited:
            if cited.via or cited.quote or cited.disputes:
                yield Remark(each.number, cited)
