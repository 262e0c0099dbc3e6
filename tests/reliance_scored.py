"""How well it is read whom a report rests on: `python -m tests.reliance_scored` prints precision and recall.

A lead counts where it would be shown: its name is certain, or that of a publication of the library. It is
right where it says how the report rests on whom; under “whom” it is enough that it says on whom.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from archive.vocabulary import Reliance
from sources.captures.reliance import leads
from tests.scored import Score

FOLDER = Path(__file__).parent / "sources" / "captures" / "reliance"


@dataclass(frozen=True)
class Example:
    """A text with what it rests on, each as one line of words: “quotes AFP”."""

    text: str
    relies: frozenset[str]


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
    total = Score(tuple(map(str, Reliance)))
    for example in examples(part):
        _add(total, example)
    return total


def _add(total: Score, example: Example) -> None:
    got = frozenset(_shown(example.text))
    parts = (total.expected, example.relies), (total.read, got), (total.right, example.relies & got)
    for counted, some in parts:
        counted.update(line.split()[0] for line in some)
    _add_whom(total, _names(example.relies), _names(got))
    for sign, missed in (("-", example.relies - got), ("+", got - example.relies)):
        total.wrong.extend(f"{sign} {line} | {example.text}" for line in sorted(missed))


def _add_whom(total: Score, expected: frozenset[str], got: frozenset[str]) -> None:
    total.expected["whom"] += len(expected)
    total.read["whom"] += len(got)
    total.right["whom"] += len(expected & got)


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
