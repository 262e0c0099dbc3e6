"""Whether a place’s name stands within a longer name: “Quetta Gladiators”, “Mastung Road”."""

from __future__ import annotations

import re
from collections.abc import Collection

from incidents.proposals.tables.longer import APART, BEGINS_ONE, ENDS_ONE, OF_IT

WORD = re.compile(r"[^\W\d_][\w'’]*")
NEXT = re.compile(rf"[ -]({WORD.pattern})")
BEFORE = re.compile(rf"({WORD.pattern})(?P<of> of)?[ -]$")
#: Where a line or a sentence ends.
STOPS = "\n.;"
#: So many characters are looked at on either side.
NEAR = 200


def is_within_a_name(text: str, start: int, end: int, starts: Collection[int]) -> bool:
    """Whether the words from `start` to `end` are a part of a longer name.

    `starts` are the places where known names begin: a neighbour of its own makes no name longer.
    """
    after = NEXT.match(text, end)
    if after and after.start(1) not in starts and _goes_on(after[1], _is_title(text, start, after.end())):
        return True
    before = BEFORE.search(text, max(start - NEAR, 0), start)
    return bool(
        before and before[1][0].isupper() and before[1].lower() in (OF_IT if before["of"] else BEGINS_ONE)
    )


def _goes_on(word: str, is_title: bool) -> bool:
    if is_title:
        return word.lower() in ENDS_ONE
    return word[0].isupper() and not word.isupper() and word.lower() not in APART


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether most words around these have a capital, as in headlines, so that one tells nothing."""
    first = max(text.rfind(stop, max(start - NEAR, 0), start) for stop in STOPS) + 1
    last = min((at for stop in STOPS if (at := text.find(stop, end, end + NEAR)) > 0), default=end + NEAR)
    around: list[str] = [*WORD.findall(text, first, start), *WORD.findall(text, end, last)]
    words = [word for word in around if len(word) > 3]
    return 3 * sum(word[0].isupper() for word in words) > 2 * len(words)
