"""Groups of people: a number with the words for those it counts, again as letters for the rules.

G a number with a word for people      H a number alone            C a number with what became of them
g a number that is no count of its own: “his two sons”, “three of the wounded”
u a number of things; all other letters are those of the chunks
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.vocabulary import Population, Property, Qualifier
from incidents.proposals.chunks import PERSON, Chunk
from incidents.proposals.numerals import Numeral

#: In the order in which they are tried: the letter of the group, and the letters of its chunks.
FORMS = tuple(
    (letter, re.compile(form))
    for letter, form in (
        ("u", r"N[wpm-]{0,2}(?:u|U(?![Uw]{0,2}[PQ]))"),
        ("g", r"z[w]?N[wpm]{0,3}P?"),
        ("g", r"Nm?fz[wp]{0,3}P"),
        ("g", r"Nm?fx"),
        ("Y", r"Nm?fyb?(?=[wp]{0,2}[PQ])"),
        ("G", r"NfN[wp-]{0,3}[PQ]"),
        ("C", r"N[wpm-]{0,3}n"),
        ("C", r"N[wm]{0,2}[ds][wp]?P"),
        ("G", r"N[wpmU-]{0,4}[PQ]P?m?(?:fT?[wp-]{0,4}P|f[wch](?=b{0,4}[ds]))?"),
        ("G", r"N[wm-]{0,3}p(?!w?[PQ])"),
        ("G", r"NfT?[wp-]{0,3}P"),
        ("G", r"N[wpm-]{1,3}(?=b{1,4}[ds]|[ds])"),
        ("H", r"Nm?(?:f[wch](?=b{0,4}[ds]))?"),
        ("G", r"A[wp-]{0,3}Q"),
        ("G", r"Tw{0,2}Q"),
    )
)
#: A headline leaves the article out: “Police officer shot dead”.
BARE = (
    re.compile(r"(?:^|(?<=:))[wp-]{0,4}Q(?=b?[ds])"),
    re.compile(r"(?<=[,&])(?:[wp-]{0,2}Q|p)(?=b?[ds])"),
    re.compile(r"(?<=a)[wpQ-]{0,4}Q"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Chunks of a sentence under one letter."""

    letter: str
    chunks: tuple[Chunk, ...]

    @property
    def start(self) -> int:
        return self.chunks[0].start

    @property
    def end(self) -> int:
        return self.chunks[-1].end

    @property
    def words(self) -> str:
        return " ".join(chunk.words for chunk in self.chunks)

    @property
    def size(self) -> Numeral:
        """The first number in it; one, where an article or nothing stands before one person."""
        found = next((chunk.numeral for chunk in self.chunks if chunk.numeral), None)
        return found or Numeral(0, 0, 0, Qualifier.EXACT, best=1)

    @property
    def population(self) -> Population:
        stated = [chunk.population for chunk in self.chunks if chunk.population is not Population.UNSTATED]
        return stated[-1] if stated else Population.UNSTATED

    @property
    def fate(self) -> Property | None:
        return next((chunk.fate for chunk in self.chunks if chunk.fate), None)

    @property
    def is_addition(self) -> bool:
        """Whether it says “more”: a number on top of one that was told before."""
        return any(chunk.words.lower() in ("more", "additional", "further") for chunk in self.chunks)

    @property
    def is_of_them(self) -> bool:
        """Whether it is a part by its own words: “132 of them”."""
        return any(chunk.words.lower() in ("them", "whom", "which") for chunk in self.chunks)


def grouped(chunks: Sequence[Chunk]) -> list[Group]:
    """The chunks of a sentence as groups, in order; what is in no group of people stands alone."""
    letters = "".join(chunk.letter for chunk in chunks)
    found: list[Group] = []
    at = 0
    while at < len(letters):
        letter, end = _group_at(letters, chunks, at)
        found.append(Group(letter, tuple(chunks[at:end])))
        at = end
    return found


def _group_at(letters: str, chunks: Sequence[Chunk], at: int) -> tuple[str, int]:
    for form in BARE:
        if found := form.match(letters, at):
            return "G", found.end()
    if letters[at] not in "NAzT":
        return letters[at].replace("U", "u"), at + 1
    for letter, form in FORMS:
        if (match := form.match(letters, at)) and _is_meant(letters, chunks[at : match.end()]):
            return letter, match.end()
    return letters[at].replace("U", "u"), at + 1


def _is_meant(letters: str, chunks: Sequence[Chunk]) -> bool:
    """Whether “the attacker” is one of those who did it: others are told of before, and counted there."""
    return chunks[0].letter != "T" or chunks[-1].words.lower() in PERSON
