"""How well it is read whom a report rests on: `python -m tests.reliance_scored` prints precision and recall.

A lead counts where it would be shown: its name is certain, or that of a publication of the library. It is
right where it says how the report rests on whom; under “whom” it is enough that it says on whom.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from archive.vocabulary import Reliance
from sources.captures.reliance import leads

FOLDER = Path(__file__).parent / "sources" / "captures" / "reliance"


@dataclass(frozen=True)
class Example:
    """A text with what it rests on, each as one line of words: “quotes AFP”."""

    text: str
    relies: frozenset[str]


@dataclass
class Score:
    """How many were expected, read, and right; by how the texts rest on others, and by whom alone."""

    expected: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def precision(self, *names: str) -> float:
        return _ratio(self._sum(self.right, names), self._sum(self.read, names))

    def recall(self, *names: str) -> float:
        return _ratio(self._sum(self.right, names), self._sum(self.expected, names))

    def _sum(self, counted: Counter[str], names: tuple[str, ...]) -> int:
        return sum(counted[name] for name in names or tuple(map(str, Reliance)))

    def add(self, example: Example) -> None:
        got = frozenset(_shown(example.text))
        for counted, some in (
            (self.expected, example.relies),
            (self.read, got),
            (self.right, example.relies & got),
        ):
            counted.update(line.split()[0] for line in some)
        self._add_whom(_names(example.relies), _names(got))
        for sign, missed in (("-", example.relies - got), ("+", got - example.relies)):
            self.wrong.extend(f"{sign} {line} | {example.text}" for line in sorted(missed))

    def _add_whom(self, expected: frozenset[str], got: frozenset[str]) -> None:
        self.expected["whom"] += len(expected)
        self.read["whom"] += len(got)
        self.right["whom"] += len(expected & got)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _names(lines: frozenset[str]) -> frozenset[str]:
    return frozenset(line.partition(" ")[2] for line in lines)


@cache
def library() -> frozenset[str]:
    return frozenset(yaml.safe_load((FOLDER / "library.yaml").read_text("utf-8")))


def _shown(text: str) -> Iterator[str]:
    for lead in leads(text):
        if lead.certain or library() & {*lead.names}:
            yield f"{lead.how} {lead.name}"


def examples(part: str) -> Iterator[Example]:
    """The texts of “tuned” or “held_out”."""
    for row in yaml.safe_load((FOLDER / f"{part}.yaml").read_text("utf-8")):
        yield Example(row["text"], frozenset(row["relies"]))


def score(part: str) -> Score:
    """Every text of a part, read and compared."""
    total = Score()
    for example in examples(part):
        total.add(example)
    return total


def report(score: Score) -> Iterator[str]:
    """Lines of a table: name, expected, precision, recall."""
    rows = {**{str(how): (str(how),) for how in Reliance}, "all": (), "whom": ("whom",)}
    for name, of in rows.items():
        expected = sum(score.expected[one] for one in of or tuple(map(str, Reliance)))
        scores = f"precision {score.precision(*of):.3f}   recall {score.recall(*of):.3f}"
        yield f"{name:20} {expected:5}   {scores}"


def main(arguments: list[str]) -> None:
    parts: Any = [one for one in arguments if not one.startswith("-")] or ["tuned", "held_out"]
    for part in parts:
        result = score(part)
        lines = [f"{part}: {sum(1 for _ in examples(part))} texts", *report(result)]
        lines += result.wrong if "--wrong" in arguments else []
        sys.stdout.write("\n".join(lines) + "\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])
