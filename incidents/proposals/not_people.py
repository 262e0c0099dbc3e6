"""Numbers that cannot be numbers of people: dates, times, ages, distances, money."""

from __future__ import annotations

import re
from collections.abc import Sequence

from incidents.proposals.numerals import Numeral
from incidents.proposals.tables import listed
from incidents.proposals.tables.things import MONTHS
from incidents.proposals.tokens import Token

YEAR = re.compile(r"(?:19|20)\d\d")
MONEY = frozenset(("$", "€", "£", "rs", "pkr", "usd", "us$", "₹", "rupees", "n"))
BEFORE_YEAR = frozenset(listed("in since of by until early late mid from year during and between , to"))
AGED = frozenset(("aged", "age"))
#: Before a number that is a name's part or a place in a row.
NUMBERED = frozenset(listed("rescue no number ward sector block page chapter section article highway route"))


def counts_no_people(text: str, words: Sequence[Token], numeral: Numeral) -> bool:
    """Whether the number is, by what stands around it, of something else."""
    before = words[numeral.core - 1].lower if numeral.core else ""
    after = words[numeral.after].lower if numeral.after < len(words) else ""
    return (
        before in MONEY
        or before in AGED
        or before in NUMBERED
        or before in MONTHS
        or (after in MONTHS and after != "may")
        or after in ("%", "year", "st", "nd", "rd", "th", "am", "pm", "a.m.", "p.m.", "a.m", "p.m")
        or _is_year(words, numeral, before)
        or _is_tied(text, words, numeral)
    )


def _is_year(words: Sequence[Token], numeral: Numeral, before: str) -> bool:
    number = words[numeral.core].lower
    alone = numeral.after == numeral.core + 1
    return bool(YEAR.fullmatch(number)) and alone and (before in BEFORE_YEAR or numeral.core <= 1)


def _is_tied(text: str, words: Sequence[Token], numeral: Numeral) -> bool:
    """Whether a hyphen ties it to a word, as in “14-year-old”, “AK-47” or “three-day”."""
    first, last = words[numeral.core], words[numeral.after - 1]
    behind = text[last.end : last.end + 2]
    tied = len(behind) == 2 and behind[0] in "-‑" and behind[1].isalpha()
    if last.end < len(text) and text[last.end].isalpha():
        return True
    return tied or (first.start > 1 and text[first.start - 1] in "-–/.#" and text[first.start - 2].isalnum())
