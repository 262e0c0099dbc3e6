"""Numbers, in digits and in words, with what says how they are meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.record import LARGEST_COUNT
from archive.vocabulary import Qualifier
from incidents.proposals.phrases import Phrases
from incidents.proposals.tables.numbers import AFTER, BEFORE, ONES, TENS, TIMES, VAGUE, WHOLE
from incidents.proposals.tokens import Token

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
PREFIXES = Phrases({phrase: (qualifier,) for phrase, qualifier in BEFORE.items()})
SUFFIXES = Phrases(AFTER)
WHOLES = Phrases(WHOLE)
VAGUES = Phrases(dict.fromkeys(VAGUE, True))
TO = frozenset(("-", "–", "—", "to", "or"))
ARTICLES = frozenset(("a", "an", "one"))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as stated, over the tokens from `first` up to `after`; `core` is where its digits begin."""

    first: int
    core: int
    after: int
    qualifier: Qualifier
    low: int | None = None
    best: int | None = None
    high: int | None = None


def numeral_at(words: Sequence[Token], at: int) -> Numeral | None:
    """The number that begins with the word at a place, or None."""
    prefix, said = PREFIXES.at(words, at)
    qualifier = said[0] if said else None
    core = at + prefix
    if VAGUES.at(words, core)[0]:
        return _vague(words, at, core)
    first, low = core_at(words, core)
    if first == 0 or low > LARGEST_COUNT:
        return None
    return _meant(words, at, core, core + first, low, qualifier)


def _vague(words: Sequence[Token], at: int, core: int) -> Numeral:
    after = core + VAGUES.at(words, core)[0]
    while after < len(words) and words[after].lower in ("of", *VAGUE, "dozen"):
        after += 1
    return Numeral(at, core, after, Qualifier.VAGUE)


def _meant(
    words: Sequence[Token], at: int, core: int, after: int, low: int, qualifier: Qualifier | None
) -> Numeral | None:
    """The number with a second one behind it, if it is a range, and with “or more”."""
    second, high = _second(words, after, qualifier)
    if second:
        low *= _shared(words[after - 1].lower, words[after + second - 1].lower)
    after += second
    suffix, open_end = SUFFIXES.at(words, after)
    after += suffix
    if second:
        return _range(at, core, after, low, high, qualifier, open_end)
    if qualifier is Qualifier.RANGE:
        return None
    if open_end:
        qualifier = open_end
    return _one(at, core, after, low, qualifier or Qualifier.EXACT)


def _shared(last: str, other: str) -> int:
    """“Two or three dozen”: what multiplies the second number multiplies the first one too."""
    return TIMES.get(other, 1) if last not in TIMES else 1


def _second(words: Sequence[Token], at: int, qualifier: Qualifier | None) -> tuple[int, int]:
    """How many tokens “to 30” takes, and its number."""
    joins = TO | {"and"} if qualifier is Qualifier.RANGE else TO
    if at >= len(words) or words[at].lower not in joins:
        return 0, 0
    if qualifier is Qualifier.RANGE and words[at].lower == "or":
        return 0, 0
    size, number = core_at(words, at + 1)
    return (size + 1, number) if size and number <= LARGEST_COUNT else (0, 0)


def _range(
    at: int, core: int, after: int, low: int, high: int, qualifier: Qualifier | None, more: Qualifier | None
) -> Numeral | None:
    if low > high:
        return None
    open_above = more is Qualifier.AT_LEAST or qualifier is Qualifier.AT_LEAST
    kind = Qualifier.RANGE_OR_MORE if open_above else Qualifier.RANGE
    return Numeral(at, core, after, kind, low=low, high=high)


def _one(at: int, core: int, after: int, number: int, qualifier: Qualifier) -> Numeral:
    if qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
        return Numeral(at, core, after, qualifier, low=number)
    if qualifier in (Qualifier.AT_MOST, Qualifier.FEWER_THAN):
        return Numeral(at, core, after, qualifier, high=number)
    return Numeral(at, core, after, qualifier, best=number)


def core_at(words: Sequence[Token], at: int) -> tuple[int, int]:
    """How many tokens a bare number takes from a place on, and the number; none where there is none."""
    size, whole = WHOLES.at(words, at)
    if whole is not None:
        return size, whole
    if at < len(words) and DIGITS.fullmatch(words[at].lower):
        number = int(words[at].lower.replace(",", ""))
        return _times(words, at, at + 1, number)
    return _spelt(words, at)


def _times(words: Sequence[Token], begin: int, at: int, number: int) -> tuple[int, int]:
    """The number with “dozen”, “hundred” or “million” behind it."""
    while at < len(words) and words[at].lower in TIMES and number <= LARGEST_COUNT:
        number, at = number * TIMES[words[at].lower], at + 1
    return at - begin, number


def _spelt(words: Sequence[Token], begin: int) -> tuple[int, int]:
    """A number in words: “twenty-three”, “a hundred and five”, “two dozen”, “one hundred and twenty”."""
    at, number = _small(words, begin)
    if not number and not _is_article_of_many(words, begin):
        return 0, 0
    if not number:
        at, number = begin + 1, 1
    size, number = _times(words, begin, at, number)
    at = begin + size
    if number >= TIMES["hundred"]:
        skip = 1 if at < len(words) and words[at].lower == "and" else 0
        end, rest = _small(words, at + skip)
        if rest and rest < TIMES["hundred"] and not _is_many(words, end):
            return end - begin, number + rest
    return size, number


def _small(words: Sequence[Token], at: int) -> tuple[int, int]:
    """A number below a hundred in words, and where it ends; 0 where there is none."""
    if at >= len(words):
        return at, 0
    word = words[at].lower
    if word in ONES:
        return at + 1, ONES[word]
    if word not in TENS:
        return at, 0
    after = at + 1
    if after + 1 < len(words) and words[after].lower == "-":
        after += 1
    if after < len(words) and 0 < ONES.get(words[after].lower, 10) < TIMES["dozen"] - 2:
        return after + 1, TENS[word] + ONES[words[after].lower]
    return at + 1, TENS[word]


def _is_many(words: Sequence[Token], at: int) -> bool:
    return at < len(words) and words[at].lower in TIMES


def _is_article_of_many(words: Sequence[Token], at: int) -> bool:
    return at < len(words) and words[at].lower in ARTICLES and _is_many(words, at + 1)
