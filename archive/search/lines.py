"""Lines of terms as the engines keep them, within the bounds of PostgreSQL's tsvector.

A tsvector counts places up to 16,383 and at most 256 of one lexeme, so phrases are found in the first
16,000 words of a column and among the first 250 occurrences of a word; single words are found anywhere.
https://www.postgresql.org/docs/current/textsearch-limitations.html
Both engines get the same line, so both find the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

MOST_PLACES = 16_000
MOST_TIMES = 250
#: Stands for a place that no phrase can hold: no term looks like it.
GAP = "·"
LEXEME = re.compile(r"'([^']+)'(?::([0-9,]+))?")


def line_of(texts: Iterable[Sequence[str]]) -> str:
    """The terms of all texts in one line, with a gap wherever a phrase must not go on."""
    holding = [terms for terms in texts if terms]
    if _is_within_bounds(holding):
        return f" {GAP} ".join(map(" ".join, holding))
    return _bounded(holding)


def _is_within_bounds(texts: Sequence[Sequence[str]]) -> bool:
    """Whether every term keeps its place, as nearly always; few terms need not even be counted."""
    places = sum(map(len, texts)) + len(texts) - 1
    if places <= MOST_TIMES:
        return True
    return places <= MOST_PLACES and max(Counter(chain.from_iterable(texts)).values()) <= MOST_TIMES


def _bounded(texts: Sequence[Sequence[str]]) -> str:
    """The same where some terms have no place any more."""
    places: list[str] = []
    loose: set[str] = set()
    times: Counter[str] = Counter()
    for terms in texts:
        for one in [GAP, *terms] if places else terms:
            times[one] += one != GAP
            if len(places) == MOST_PLACES:
                loose.add(one)
            else:
                places.append(one if times[one] <= MOST_TIMES else GAP)
    return _joined(places, loose.difference(places, {GAP}))


def _joined(places: list[str], loose: Iterable[str]) -> str:
    """The places, and beyond them the terms that have none, each apart from the next."""
    beyond = [part for one in sorted(loose) for part in (GAP, one)]
    if beyond:
        return " ".join([*places, *[GAP] * (MOST_PLACES - len(places)), *beyond])
    return " ".join(places).rstrip(f" {GAP}")


def vector_of(line: str) -> str:
    """The line as PostgreSQL reads a tsvector."""
    terms = line.split()
    found: dict[str, str] = {}
    for place, one in enumerate(terms[:MOST_PLACES], start=1):
        found[one] = f"{found[one]},{place}" if one in found else f"'{one}':{place}"
    loose = dict.fromkeys(terms[MOST_PLACES:])
    found |= {one: f"'{one}'" for one in loose if one not in found}
    found.pop(GAP, None)
    return " ".join(found.values())


def line_in(vector: str) -> str:
    """The line in a tsvector as PostgreSQL writes it."""
    placed: dict[int, str] = {}
    loose: set[str] = set()
    for one, places in LEXEME.findall(vector):
        placed |= {int(place): one for place in places.split(",") if place}
        loose |= set() if places else {one}
    return _joined([placed.get(place, GAP) for place in range(1, max(placed, default=0) + 1)], loose)
