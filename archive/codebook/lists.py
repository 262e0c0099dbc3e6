"""The closed lists of words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive.meanings import MEANINGS
from archive.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Word:
    term: Term
    meaning: str

    @property
    def word(self) -> str:
        """As it is stored."""
        return self.term.value

    @property
    def label(self) -> str:
        """As pages show it, in the language at hand."""
        return self.term.label


@dataclass(frozen=True, slots=True)
class WordList:
    """`stands_in`: the fields that hold its words, each as the name of its part and its own."""

    name: str
    words: tuple[Word, ...]
    stands_in: tuple[tuple[str, str], ...]


#: Every closed list by the name that the schema gives it.
LISTS: Mapping[str, type[Term]] = {words.__name__: words for words in MEANINGS}


def list_of(name: str, stands_in: tuple[tuple[str, str], ...]) -> WordList:
    words = LISTS[name]
    return WordList(name, tuple(Word(word, MEANINGS[words][word]) for word in words), stands_in)
