"""Names by their capitals: “TTP” for “Tehreek-e-Taliban Pakistan”, where a text writes so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.captures.agencies import AGENCIES

#: Capitals that stand for a name are so many.
SHORTEST, LONGEST = 2, 6
WORD = re.compile(r"[^\W\d_]+")
ASIDE = re.compile(r"\([^()]*\)")
#: Such a word in a text, which no hyphen, number or stop ties to another.
SHORT = re.compile(rf"(?<![\w.'’-])[^\W\d_]{{{SHORTEST},{LONGEST}}}(?!\w|[-.]\w)")


def capitals(name: str) -> str:
    """The capitals with which the words of a name begin; empty where they are too few or too many."""
    words = WORD.findall(ASIDE.sub(" ", name))
    found = "".join(word if word.isupper() else word[0] for word in words if word[0].isupper())
    return found if len(words) > 1 and SHORTEST <= len(found) <= LONGEST else ""


def short_names(text: str) -> Iterator[str]:
    """The words in capitals that may stand for a name: no agency’s, and none of a line all in capitals."""
    for line in text.split("\n"):
        if any(letter.islower() for letter in line):
            yield from (word for word in SHORT.findall(line) if word.isupper() and word not in AGENCIES)
