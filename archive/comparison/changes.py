"""One difference between two records: what it is, where it lies, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass

from archive.vocabulary import Term

#: How many characters of a long text a sentence gives, and how many of them come before the difference.
SHOWN, LEADING = 160, 40


class ChangeKind(Term):
    ADDED = "added", "added"
    REMOVED = "removed", "removed"
    CHANGED = "changed", "changed"


class Whereabouts(Term):
    """The parts of a record, by the record's own names of its lists."""

    INCIDENT = "incident", "incident"
    ATTACKS = "attacks", "attack"
    CLAIMS = "claims", "claim"
    SOURCES = "sources", "source"
    PUBLICATIONS = "publications", "publication"
    ACTORS = "actors", "actor"
    PLACES = "places", "place"
    CONFLICTS = "conflicts", "conflict"
    FIGURES = "figures", "figure"


@dataclass(frozen=True, slots=True)
class Where:
    """A spot in a record.

    `number` is an attack's or a claim's (of a figure: that of its attack), `key` a shared entity's (of a
    figure: its measure); `source` and `locator` say which of the claim's citations is meant.
    """

    part: Whereabouts
    number: int | None = None
    key: str = ""
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `field` is empty where a whole part was added or removed.

    `subject` names in words what is concerned; `before` and `after` are the values in words, empty where
    there is none.
    """

    kind: ChangeKind
    where: Where
    field: str
    subject: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """The difference in one plain sentence; of long texts, the stretch in which they begin to differ."""
        what = f"{self.subject}: {self.field}" if self.field else self.subject
        before, after = _shortened(self.before, self.after)
        if self.kind is ChangeKind.CHANGED:
            return f"{what} changed from “{before}” to “{after}”."
        return f"{what} {self.kind}: “{before or after}”."


def change(where: Where, subject: str, field: str, before: str, after: str) -> Change:
    """The difference between two values in words, of which one may be empty."""
    if before and after:
        return Change(ChangeKind.CHANGED, where, field, subject, before, after)
    kind = ChangeKind.REMOVED if before else ChangeKind.ADDED
    return Change(kind, where, field, subject, before, after)


def _shortened(before: str, after: str) -> tuple[str, str]:
    start = max(0, _first_difference(before, after) - LEADING) if before and after else 0
    return _stretch(before, start), _stretch(after, start)


def _first_difference(before: str, after: str) -> int:
    for place, (old, new) in enumerate(zip(before, after, strict=False)):
        if old != new:
            return place
    return min(len(before), len(after))


def _stretch(text: str, start: int) -> str:
    if len(text) <= SHOWN:
        return text
    start = min(start, len(text) - SHOWN)
    end = start + SHOWN
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
