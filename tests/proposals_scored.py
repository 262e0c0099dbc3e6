"""How well the rules propose claims: `python -m tests.proposals_scored` prints precision and recall.

A proposal is right only where property and whole value are: qualifier, numbers and population of a count,
attribution and actor of a responsibility. Who said it is scored apart, over the counts that are right;
likewise “context”, over all that is right of the sentences that stand beside an incident.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from archive.dates import bounds
from archive.vocabulary import MEASURES, Population, Property, Qualifier
from incidents.proposals import Name, Proposal, Setting, read
from tests.scored import Score

FOLDER = Path(__file__).parent / "incidents" / "proposals"
STYLES = ("wire", "statement", "encyclopedia", "headline")


@dataclass(frozen=True)
class Example:
    """A sentence with the claims expected of it, each as one line of words; `context` are some of them.

    `setting` is None where it stands beside no incident.
    """

    text: str
    style: str
    claims: tuple[str, ...]
    said: str
    via: str
    context: tuple[str, ...] = ()
    setting: Setting | None = None


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = yaml.safe_load((FOLDER / "names.yaml").read_text("utf-8"))
    return table


def known() -> list[Name]:
    """The actors and places that are taken to be known."""
    return [
        Name(kind, key, words)
        for kind in ("actor", "place")
        for key, spellings in _table()[f"{kind}s"].items()
        for words in spellings
    ]


def examples(part: str) -> Iterator[Example]:
    """The sentences of “tuned” or “held_out”."""
    for row in yaml.safe_load((FOLDER / f"{part}.yaml").read_text("utf-8")):
        style = next(style for style in STYLES if style in row)
        context = tuple(row.get("context", ()))
        claims = (*row["claims"], *context)
        said, via = row.get("said", ""), row.get("via", "")
        yield Example(row[style], style, claims, said, via, context, _setting(row))


def _setting(row: Mapping[str, Any]) -> Setting | None:
    if "date" not in row:
        return None
    above = {key: frozenset([wider]) for key, wider in _table()["within"].items()}
    return Setting(row.get("published"), bounds(str(row["date"])), frozenset(row.get("where", ())), above)


def score(part: str) -> Score:
    """Every sentence of a part, read and compared."""
    total, names = Score(tuple(map(str, Property))), known()
    for example in examples(part):
        _add(total, example, read(example.text, names, example.setting or Setting()))
    return total


def _add(total: Score, example: Example, proposals: tuple[Proposal, ...]) -> None:
    wanted = {_expected(claim): _said(claim, example.said) for claim in example.claims}
    got = {proposal.reading(): proposal for proposal in proposals}
    for words in wanted:
        total.expected[words.split()[0]] += 1
    for words in got:
        total.read[words.split()[0]] += 1
    for words in wanted.keys() & got.keys():
        total.right[words.split()[0]] += 1
        _add_claimant(total, example, wanted[words], got[words])
        _add_context(total, example, words, got[words])
    for sign, missed in (("-", wanted.keys() - got.keys()), ("+", got.keys() - wanted.keys())):
        total.wrong.extend(f"{sign} {words} | {example.text}" for words in sorted(missed))


def _add_claimant(total: Score, example: Example, said: str, proposal: Proposal) -> None:
    if proposal.property not in MEASURES:
        return
    got = (
        f"{proposal.claimant_kind} {proposal.claimant_role}".strip().lower() if proposal.claimant_role else ""
    )
    total.expected["claimant"] += bool(said)
    total.read["claimant"] += bool(got)
    total.right["claimant"] += bool(said) and got == said.lower()
    total.expected["reported_via"] += bool(example.via)
    total.read["reported_via"] += bool(proposal.reported_via)
    total.right["reported_via"] += bool(example.via) and proposal.reported_via == example.via
    if got != said.lower() or proposal.reported_via != example.via:
        total.wrong.append(f"? “{got}”, not “{said}”; via {proposal.reported_via or '–'} | {example.text}")


def _add_context(total: Score, example: Example, words: str, proposal: Proposal) -> None:
    if example.setting is None:
        return
    is_context = words in map(_expected, example.context)
    total.expected["context"] += is_context
    total.read["context"] += proposal.is_context
    total.right["context"] += is_context and proposal.is_context
    if is_context != proposal.is_context:
        total.wrong.append(f"? context {proposal.is_context}: {words} | {example.text}")


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
        **{name: (name,) for name in sorted(score.expected | score.read) if name in set(Property)},
        "all counts": tuple(MEASURES),
        "all": (),
        "claimant": ("claimant",),
        "reported_via": ("reported_via",),
        "context": ("context",),
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
