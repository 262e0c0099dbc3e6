"""What an operator asks of an archive, as facts with a name, for people, for programs and for Prometheus."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Value = int | float | str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer. `value` is None where it cannot be known here; `said` is the same in words.

    `trouble` says what is wrong and what to do, where something needs a hand.
    """

    name: str
    label: str
    value: Value
    said: str = ""
    trouble: str = ""

    def __str__(self) -> str:
        return self.said or ("not known here" if self.value is None else str(self.value))


@dataclass(frozen=True, slots=True)
class Section:
    """Facts about one part of the archive."""

    title: str
    facts: Sequence[Fact]


def troubles(sections: Iterable[Section]) -> list[str]:
    return [fact.trouble for section in sections for fact in section.facts if fact.trouble]


def in_words(sections: Iterable[Section]) -> str:
    """One screen: a line for each fact, with a mark where something needs a hand."""
    return "\n\n".join("\n".join([section.title, *map(_line, section.facts)]) for section in sections)


def _line(fact: Fact) -> str:
    return f"{'!' if fact.trouble else ' '} {fact.label:<22} {fact}"


def as_json(sections: Sequence[Section]) -> str:
    """One object: every fact by its name, and the list of troubles."""
    facts = {fact.name: fact.value for section in sections for fact in section.facts}
    return json.dumps(facts | {"troubles": troubles(sections)}, indent=2, ensure_ascii=False)


def in_bytes(size: float) -> str:
    """1536 → “1.5 kB”, in steps of a thousand."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"


def in_time(seconds: float) -> str:
    """The largest unit in which it is at least two: 7300 → “2 hours”."""
    for length, unit in ((86_400, "days"), (3600, "hours"), (60, "minutes")):
        if seconds >= 2 * length:
            return f"{seconds // length:.0f} {unit}"
    return f"{seconds:.0f} seconds"
