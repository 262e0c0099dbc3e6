"""What differs between two editions, set out for readers: figures first, then claim by claim."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from archive.addresses import edition_path
from archive.comparison import Change, ChangeKind, Run, Where, Whereabouts, compare, runs, shortened
from archive.language import gettext, marked
from archive.models import Edition

#: What is said under each heading, in the order of the page.
HEADINGS = {
    Whereabouts.FIGURES: marked("Figures"),
    Whereabouts.INCIDENT: marked("The incident"),
    Whereabouts.ATTACKS: marked("Attacks"),
    Whereabouts.CLAIMS: marked("Claims"),
    Whereabouts.SOURCES: marked("Sources"),
    Whereabouts.PUBLICATIONS: marked("Publications"),
    Whereabouts.ACTORS: marked("Actors"),
    Whereabouts.PLACES: marked("Places"),
    Whereabouts.CONFLICTS: marked("Conflicts"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One difference: “value”, “added”, “citation of Dawn, text: quote”; and what went and what came."""

    name: str
    runs: tuple[Run, ...]
    is_whole: bool
    """Whether the whole part came or went."""

    @property
    def is_exchange(self) -> bool:
        """Whether one value took the place of another, with nothing between them that stayed."""
        return [run.kind for run in self.runs] == [ChangeKind.REMOVED, ChangeKind.ADDED]


@dataclass(frozen=True, slots=True)
class Subject:
    """A claim, a source, a figure … and all that differs in it; `href` leads to it, if it has a place."""

    name: str
    href: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    heading: str
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions of an incident, the older one first."""

    old: Edition
    new: Edition
    chapters: tuple[Chapter, ...]
    added: int
    changed: int
    removed: int
    """How many claims were added, changed and removed."""


def comparison(old: Edition, new: Edition) -> Comparison:
    changes = compare(old.record, new.record)
    fates = dict(_fates(changes))
    kinds = list(fates.values())
    return Comparison(
        old=old,
        new=new,
        chapters=tuple(_chapters(changes, old, new)),
        added=kinds.count(ChangeKind.ADDED),
        changed=kinds.count(ChangeKind.CHANGED),
        removed=kinds.count(ChangeKind.REMOVED),
    )


def _fates(changes: Iterable[Change]) -> Iterator[tuple[int, ChangeKind]]:
    """What became of each claim, by its number."""
    for change in changes:
        if change.where.part is Whereabouts.CLAIMS and change.where.number:
            whole = not change.field and not change.where.source
            yield change.where.number, change.kind if whole else ChangeKind.CHANGED


def _chapters(changes: Sequence[Change], old: Edition, new: Edition) -> Iterator[Chapter]:
    for part, heading in HEADINGS.items():
        within = [change for change in changes if change.where.part is part]
        subjects = (_subject(list(found), old, new) for _concern, found in groupby(within, key=_concerned))
        if within:
            yield Chapter(gettext(heading), tuple(subjects))


def _concerned(change: Change) -> Hashable:
    """What tells subjects apart: a claim's citations belong to the claim."""
    where = change.where
    return change.subject if where.part is Whereabouts.FIGURES else (where.number, where.key)


def _subject(changes: Sequence[Change], old: Edition, new: Edition) -> Subject:
    first = changes[0]
    name = _whole(first)
    gone = not first.field and not first.where.source and first.kind is ChangeKind.REMOVED
    lines = tuple(Line(_line_name(each, name), _woven(each), not each.field) for each in changes)
    return Subject(name, _address(first.where, old if gone else new), lines)


def _whole(change: Change) -> str:
    """What the change is in: of a citation, its claim."""
    is_claim = change.where.part is Whereabouts.CLAIMS
    return change.subject.partition(gettext(", "))[0] if is_claim else change.subject


def _line_name(change: Change, subject: str) -> str:
    within = change.subject.removeprefix(subject).removeprefix(gettext(", "))
    what = change.field or change.kind.label
    return f"{within}: {what}" if within else what


def _woven(change: Change) -> tuple[Run, ...]:
    return shortened(runs(change.before, change.after))


def _address(where: Where, edition: Edition) -> str:
    if where.part not in (Whereabouts.CLAIMS, Whereabouts.ATTACKS) or where.number is None:
        return ""
    return f"{edition_path(edition.incident, edition.number)}#{where.part.english}-{where.number}"
