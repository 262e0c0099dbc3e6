"""A sentence as chunks, each with a letter for what it is, so that rules are patterns over letters.

N a number           P people             Q one person         u a thing that is counted
a killing            d killed             s dead               n deaths
t death toll         o another deed       f of                 b was, have been, reportedly
& and                , ; : ( ) - signs    c that, when, while  i including
r in, by, from       m others, more       v to, at, reached    w any other word
x the wounded        y the dead           z his, their
k Monday             A a                  T the
h who, whom          j as, after, during  U one thing
l left, leaving      # number of          . a stop
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.vocabulary import Population, Property
from incidents.proposals.not_people import counts_no_people
from incidents.proposals.numerals import Numeral, numeral_at
from incidents.proposals.phrases import Phrases
from incidents.proposals.tables import fates, people
from incidents.proposals.tables.small import SMALL
from incidents.proposals.tables.things import THINGS, WEEKDAYS
from incidents.proposals.tokens import Token

#: Words for one thing that end as if they were for many.
ONE_THING = frozenset(("bus",))


@dataclass(frozen=True, slots=True)
class Meant:
    """What a word or phrase is: its letter and, of people, whose they are; of a fate, which it is."""

    letter: str
    population: Population = Population.UNSTATED
    fate: Property | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens that belong together; `start` and `end` are places of the text."""

    letter: str
    start: int
    end: int
    words: str
    population: Population = Population.UNSTATED
    fate: Property | None = None
    numeral: Numeral | None = None


def _meanings() -> Iterator[tuple[str, Meant]]:
    for letter, words in SMALL.items():
        yield from ((word, Meant(letter)) for word in words.split(" | "))
    yield from ((word, Meant("U" if word in ONE_THING or not word.endswith("s") else "u")) for word in THINGS)
    yield from ((word, Meant("k")) for word in WEEKDAYS)
    for letter, table in (("P", people.PLURAL), ("Q", people.SINGULAR)):
        for population, words in table.items():
            yield from ((word, Meant(letter, population)) for word in words.split())
    yield from ((word, Meant("p", Population.SECURITY_FORCES)) for word in people.FORCES)
    yield from ((word, Meant("p", Population.CIVILIANS)) for word in people.CIVILIAN)
    yield from ((word, Meant("o")) for word in fates.OTHER)
    yield from _fates()


def _fates() -> Iterator[tuple[str, Meant]]:
    tables: tuple[tuple[str, Mapping[Property, tuple[str, ...]]], ...] = (
        ("a", fates.DOING),
        ("d", fates.DONE),
        ("s", fates.STATE),
        ("n", fates.COUNTED),
        ("t", fates.TALLY),
    )
    for letter, table in tables:
        for fate, phrases in table.items():
            yield from ((phrase, Meant(letter, fate=fate)) for phrase in phrases)


MEANINGS = Phrases(dict(_meanings()))
QUOTES = frozenset("“”‘’\"'«»")
PERSON = frozenset(people.SINGULAR[Population.PERPETRATORS].split())


def chunks(text: str, words: Sequence[Token]) -> list[Chunk]:
    """The chunks of a sentence, in order, without the quotation marks."""
    found: list[Chunk] = []
    at = 0
    while at < len(words):
        chunk, size = _chunk_at(text, words, at)
        if chunk.words not in QUOTES:
            found.append(chunk)
        at += size
    return found


def _chunk_at(text: str, words: Sequence[Token], at: int) -> tuple[Chunk, int]:
    numeral = numeral_at(words, at)
    if numeral is not None:
        letter = "u" if counts_no_people(text, words, numeral) else "N"
        return _chunk(text, words, at, numeral.after, Meant(letter), numeral), numeral.after - at
    size, meant = MEANINGS.at(words, at)
    if meant is None:
        size, meant = 1, Meant(_letter(words[at].lower))
    return _chunk(text, words, at, at + size, meant, None), size


def _letter(word: str) -> str:
    return word if word in ",;:()-–—." else "w"


def _chunk(
    text: str, words: Sequence[Token], at: int, after: int, meant: Meant, numeral: Numeral | None
) -> Chunk:
    start, end = words[at].start, words[after - 1].end
    letter = "-" if meant.letter in "–—" else meant.letter
    return Chunk(letter, start, end, text[start:end], meant.population, meant.fate, numeral)
