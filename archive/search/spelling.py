"""What a mistyped name may have meant: names that sound alike, or differ by a consonant.

Names of places and people are written in Latin letters by ear (Killa, Qila; Pishin, Pashin), and vowels and
double letters vary most. So words meet by their skeleton: the consonants, those that sound alike as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from archive.search.query import Query
from archive.search.texts import Json, names_of
from archive.search.words import LONGEST, Word, words_of

#: Letters that are heard as one: the first of each pair becomes the second, or nothing.
ALIKE = str.maketrans({**dict(zip("qcwzx", "kkvss", strict=True)), **dict.fromkeys("aeiouyhاویہعءے", None)})
#: Shorter words are too much like all others.
SHORTEST = 3
#: How many spellings are offered for one word.
OFFERED = 3


def skeleton(folded: str) -> str:
    """The consonants of a folded word, with an “a” for a vowel at its beginning."""
    bare = folded.replace("ph", "f").translate(ALIKE)
    begins = "a" if folded[:1] in "aeiou" and folded else ""
    return begins + "".join(one for at, one in enumerate(bare) if bare[at - 1 : at] != one)


def hints_of(folded: str) -> set[str]:
    """What two words share if their skeletons differ by a consonant at most; nothing for numbers."""
    bones = skeleton(folded)
    if len(folded) < SHORTEST or not folded.isalpha() or not bones:
        return set()
    fewer = {bones[:at] + bones[at + 1 :] for at in range(len(bones))} if len(bones) >= SHORTEST else set()
    return {hint[:LONGEST] for hint in (bones, *fewer)}


def spellings_of(entity: Json) -> Iterator[tuple[str, str]]:
    """Every word of every name of an entity, with each of its hints."""
    words = {
        (name[word.start : word.end], word.folded) for name in names_of(entity) for word in words_of(name)
    }
    for written, folded in sorted(words):
        if len(written) <= LONGEST:
            yield from ((written, hint) for hint in sorted(hints_of(folded)))


def nearest(folded: str, spellings: Iterable[str]) -> list[str]:
    """Those of the spellings that the word is most like, the likest first; none that is only remotely so."""
    found: dict[str, tuple[int, str]] = {}
    for written in sorted(spellings):
        for word in words_of(written):
            found.setdefault(word.folded, (OSA.distance(folded, word.folded), written))
    within = sorted(one for one in found.values() if one[0] <= _tolerated(folded))
    return [written for _, written in within[:OFFERED]]


def _tolerated(folded: str) -> int:
    """How many letters may differ."""
    return min(3, (len(folded) + 1) // 2)


def respelt(query: Query, instead: Mapping[Word, str]) -> str:
    """What was typed, with other words in the place of some."""
    text = query.text
    for word in sorted(instead, key=lambda one: -one.start):
        text = text[: word.start] + instead[word] + text[word.end :]
    return text


def corrections(query: Query, offers: Mapping[Word, list[str]]) -> list[str]:
    """What may have been meant, the best first, by the spellings offered for each mistyped word."""
    if not offers or not all(offers.values()):
        return []
    most = max(len(offered) for offered in offers.values())
    choices = [
        {word: offered[min(at, len(offered) - 1)] for word, offered in offers.items()} for at in range(most)
    ]
    return list(dict.fromkeys(respelt(query, choice) for choice in choices))
