"""Two versions of a text in one line: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from archive.comparison.changes import ChangeKind

#: A word with the space after it, or a mark of punctuation.
WORDS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
#: Texts of fewer words are read as a whole; of more they would take too long: the square of their number.
FEWEST, MOST = 8, 2000
#: How many letters of a stretch that stayed are shown on either side of a change.
KEPT = 60


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `kind` is empty where both versions have it."""

    text: str
    kind: ChangeKind | None = None


def runs(before: str, after: str) -> tuple[Run, ...]:
    """The old text and the new in one. Where the two share too little to be read so, one after the other."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    if min(len(old), len(new)) < FEWEST or len(old) + len(new) > MOST:
        return _apart(before, after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.5:
        return _apart(before, after)
    return tuple(_woven(matcher, old, new))


def _apart(before: str, after: str) -> tuple[Run, ...]:
    both = (Run(before, ChangeKind.REMOVED), Run(after, ChangeKind.ADDED))
    return tuple(run for run in both if run.text)


def _woven(matcher: SequenceMatcher[str], old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            yield Run("".join(old[start:end]))
        else:
            yield from _apart("".join(old[start:end]), "".join(new[begin:stop]))


def shortened(woven: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with less of what stayed: of a long text, what lies about its changes."""
    last = len(woven) - 1
    return tuple(
        run if run.kind else Run(_about(run.text, first=place == 0, last=place == last))
        for place, run in enumerate(woven)
    )


def _about(text: str, *, first: bool, last: bool) -> str:
    if len(text) <= 2 * KEPT:
        return text
    start = "" if first else text[:KEPT].rpartition(" ")[0]
    end = "" if last else text[-KEPT:].partition(" ")[2]
    return f"{start} … {end}"
