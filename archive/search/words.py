"""The words of a text, and the terms by which they are found: “bombings”, “Bombing” and “bombed” are one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from Stemmer import Stemmer

from archive.search.folding import FOLDS

#: Longer words are cut: a database keeps only so much of one.
LONGEST = 60
#: https://snowballstem.org/algorithms/english/stemmer.html
ENGLISH = Stemmer("english")
WORD = re.compile(r"\S+")


class Word(NamedTuple):
    """A word of a text: from `start` up to `end`, with its term and its folded form."""

    term: str
    folded: str
    start: int
    end: int


def terms_of(text: str) -> list[str]:
    """The terms of the text, in order."""
    return list(map(term, text.translate(FOLDS).split()))


def words_of(text: str) -> list[Word]:
    """The words of the text, in order, and where they stand."""
    pieces = [FOLDS[ord(character)] for character in text]
    origins = [at for at, piece in enumerate(pieces) for _ in piece]
    return [
        Word(term(found[0]), found[0], origins[found.start()], _end(pieces, origins[found.end() - 1]))
        for found in WORD.finditer("".join(pieces))
    ]


def _end(pieces: list[str], last: int) -> int:
    """Behind the last letter and the marks on it."""
    end = last + 1
    while end < len(pieces) and not pieces[end]:
        end += 1
    return end


@lru_cache(maxsize=16_384)
def term(folded: str) -> str:
    """The term of a folded word: its stem, if it can be English."""
    stem = ENGLISH.stemWord(folded) if folded.isascii() and folded.isalpha() else folded
    return str(stem)[:LONGEST]
