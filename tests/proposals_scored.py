"""How well the rules propose claims: `python -m tests.proposals_scored` prints precision and recall.

A proposal is right only where property and whole value are: qualifier, numbers and population of a count,
attribution and actor of a responsibility. Who said it is scored apart, over the counts that are right.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from archive.vocabulary import MEASURES, Population, Property, Qualifier
from incidents.proposals import Name, Proposal, read

FOLDER = Path(__file__).parent / "incidents" / "proposals"
STYLES = ("wire", "statement", "encyclopedia", "headline")


@dataclass(frozen=True)
class Example:
    """A sentence with the claims expected of it, each as one line of words."""

    text: str
    style: str
    claims: tuple[str, ...]
    said: str
    via: str


@dataclass
class Score:
    """How many were expected, proposed, and right; by property and, under “claimant”, by who said it."""

    expected: Counter[str] = field(default_factory=Counter)
    proposed: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def precision(self, *names: str) -> float:
        return _ratio(self._sum(self.right, names), self._sum(self.proposed, names))

    def recall(self, *names: str) -> float:
        return _ratio(self._sum(self.right, names), self._sum(self.expected, names))

    def _sum(self, counted: Counter[str], names: tuple[str, ...]) -> int:
        wanted = names or tuple(str(word) for word in Property)
        return sum(counted[name] for name in wanted)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def known() -> list[Name]:
    """The actors and places that are taken to be known."""
    table = yaml.safe_load((FOLDER / "names.yaml").read_text("utf-8"))
    return [
        Name(kind[:-1], key, words)
        for kind, entries in table.items()
        for key, spellings in entries.items()
        for words in spellings
    ]


def examples(part: str) -> Iterator[Example]:
    """The sentences of “tuned” or “held_out”."""
    for row in yaml.safe_load((FOLDER / f"{part}.yaml").read_text("utf-8")):
        style = next(style for style in STYLES if style in row)
        yield Example(row[style], style, tuple(row["claims"]), row.get("said", ""), row.get("via", ""))


def score(part: str) -> Score:
    """Every sentence of a part, read and compared."""
    total, names = Score(), known()
    for example in examples(part):
        _add(total, example, read(example.text, names))
    return total


def _add(total: Score, example: Example, proposals: tuple[Proposal, ...]) -> None:
    wanted = {_expected(claim): _said(claim, example.said) for claim in example.claims}
    got = {proposal.reading(): proposal for proposal in proposals}
    for words in wanted:
        total.expected[words.split()[0]] += 1
    for words in got:
        total.proposed[words.split()[0]] += 1
    for words in wanted.keys() & got.keys():
        total.right[words.split()[0]] += 1
        _add_claimant(total, example, wanted[words], got[words])
    for sign, missed in (("-", wanted.keys() - got.keys()), ("+", got.keys() - wanted.keys())):
        total.wrong.extend(f"{sign} {words} | {example.text}" for words in sorted(missed))


def _add_claimant(total: Score, example: Example, said: str, proposal: Proposal) -> None:
    if proposal.property not in MEASURES:
        return
    got = (
        f"{proposal.claimant_kind} {proposal.claimant_role}".strip().lower() if proposal.claimant_role else ""
    )
    total.expected["claimant"] += bool(said)
    total.proposed["claimant"] += bool(got)
    total.right["claimant"] += bool(said) and got == said.lower()
    total.expected["reported_via"] += bool(example.via)
    total.proposed["reported_via"] += bool(proposal.reported_via)
    total.right["reported_via"] += bool(example.via) and proposal.reported_via == example.via
    if got != said.lower() or proposal.reported_via != example.via:
        total.wrong.append(f"? “{got}”, not “{said}”; via {proposal.reported_via or '–'} | {example.text}")


def _said(claim: str, said: str) -> str:
    return claim.partition(" by ")[2] or said


def _expected(claim: str) -> str:
    """The claim in full: “killed 14” is “killed exact 14 unstated”."""
    words = claim.partition(" by ")[0].split()
    if words[0] not in MEASURES:
        return " ".join(words)
    words = " ".join(words).replace("-", " ").split()
    if words[1] not in set(Qualifier):
        words.insert(1, "exact")
    is_told = words[-1] in set(Population)
    return " ".join(words if is_told else [*words, Population.UNSTATED])


def report(score: Score) -> Iterator[str]:
    """Lines of a table: name, expected, precision, recall."""
    rows: Mapping[str, tuple[str, ...]] = {
        **{name: (name,) for name in sorted(score.expected | score.proposed) if name in set(Property)},
        "all counts": tuple(MEASURES),
        "all": (),
        "claimant": ("claimant",),
        "reported_via": ("reported_via",),
    }
    for name, of in rows.items():
        expected = sum(score.expected[one] for one in of or tuple(Property))
        scores = f"precision {score.precision(*of):.3f}   recall {score.recall(*of):.3f}"
        yield f"{name:20} {expected:5}   {scores}"


def main(arguments: list[str]) -> None:
    parts: Any = [one for one in arguments if not one.startswith("-")] or ["tuned", "held_out"]
    for part in parts:
        result = score(part)
        lines = [f"{part}: {sum(1 for _ in examples(part))} sentences", *report(result)]
        lines += result.wrong if "--wrong" in arguments else []
        sys.stdout.write("\n".join(lines) + "\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])
