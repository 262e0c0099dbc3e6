"""Numbers in words, and the words before them that say how they are meant."""

from __future__ import annotations

from archive.vocabulary import Qualifier
from incidents.proposals.tables import listed

_ONES = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
ONES = {word: number for number, word in enumerate(listed(_ONES), start=1)}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: number * 10 for number, word in enumerate(listed(_TENS), start=2)}
#: What multiplies the number before it; without one, “a” stands before it.
TIMES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
#: Phrases that are numbers of their own.
WHOLE = {
    "half a dozen": 6,
    "a couple of": 2,
    "both": 2,
    "no one": 0,
    "no": 0,
    "nobody": 0,
    "none": 0,
    "zero": 0,
}
#: Words that say that there were people, and no number.
VAGUE = (
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "several",
    "many",
    "numerous",
    "multiple",
    "a few",
    "a number of",
    "a large number of",
    "an unknown number of",
    "an unspecified number of",
    "several dozen",
    "a few dozen",
    "several hundred",
    "tens of",
    "countless",
)
#: How a number is meant by what stands before it. None: it is meant as it stands.
BEFORE: dict[str, Qualifier | None] = {
    "at least": Qualifier.AT_LEAST,
    "no fewer than": Qualifier.AT_LEAST,
    "no less than": Qualifier.AT_LEAST,
    "not less than": Qualifier.AT_LEAST,
    "not fewer than": Qualifier.AT_LEAST,
    "a minimum of": Qualifier.AT_LEAST,
    "minimum": Qualifier.AT_LEAST,
    "more than": Qualifier.MORE_THAN,
    "over": Qualifier.MORE_THAN,
    "upwards of": Qualifier.MORE_THAN,
    "upward of": Qualifier.MORE_THAN,
    "in excess of": Qualifier.MORE_THAN,
    "well over": Qualifier.MORE_THAN,
    "up to": Qualifier.AT_MOST,
    "as many as": Qualifier.AT_MOST,
    "at most": Qualifier.AT_MOST,
    "no more than": Qualifier.AT_MOST,
    "not more than": Qualifier.AT_MOST,
    "a maximum of": Qualifier.AT_MOST,
    "fewer than": Qualifier.FEWER_THAN,
    "less than": Qualifier.FEWER_THAN,
    "about": Qualifier.ABOUT,
    "around": Qualifier.ABOUT,
    "some": Qualifier.ABOUT,
    "nearly": Qualifier.ABOUT,
    "almost": Qualifier.ABOUT,
    "approximately": Qualifier.ABOUT,
    "roughly": Qualifier.ABOUT,
    "close to": Qualifier.ABOUT,
    "an estimated": Qualifier.ABOUT,
    "estimated": Qualifier.ABOUT,
    "between": Qualifier.RANGE,
    "from": Qualifier.RANGE,
    "another": None,
    "a further": None,
    "further": None,
    "a total of": None,
    "total of": None,
    "all": None,
    "the": None,
    "exactly": None,
    "only": None,
}
#: How a number is meant by what stands behind it.
AFTER = {
    "or more": Qualifier.AT_LEAST,
    "+": Qualifier.AT_LEAST,
    "or so": Qualifier.ABOUT,
    "or fewer": Qualifier.AT_MOST,
}
