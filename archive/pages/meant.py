"""“Did you mean …?”: other spellings of the words that were typed and occur nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from archive.models import SearchEntry, Spelling
from archive.models.incidents import IncidentQuerySet
from archive.search import BadQuery, Needle, Query, parsed
from archive.search.spelling import corrections, hints_of, nearest
from archive.search.words import Word

#: How many words are looked up, and how many spellings each is compared with.
WORDS, SPELLINGS = 8, 5000
#: Two spellings that find the same incidents first are one.
COMPARED = 3


def meant(incidents: IncidentQuerySet, query: Query) -> Sequence[str]:
    """What may have been meant by a query that finds nothing; each of it finds other incidents."""
    offers = {word: nearest(word.folded, _like(word)) for word in _strange(query)}
    found: dict[tuple[str, ...], str] = {}
    for text in corrections(query, offers):
        found.setdefault(_first_found(incidents, text), text)
    return [text for keys, text in found.items() if keys]


def _strange(query: Query) -> Iterator[Word]:
    """The words that are wanted and occur in no incident."""
    words = [word for needle in query.wanted for word in needle.words]
    for word in words[:WORDS]:
        if SearchEntry.objects.few("incident", Query("", (Needle((word,)),))) == []:
            yield word


def _like(word: Word) -> Sequence[str]:
    words = Spelling.objects.like(hints_of(word.folded)).order_by().values_list("word", flat=True)
    return list(words.distinct()[:SPELLINGS])


def _first_found(incidents: IncidentQuerySet, text: str) -> tuple[str, ...]:
    with suppress(BadQuery):
        return tuple(incidents.matching(parsed(text)).values_list("key", flat=True)[:COMPARED])
    return ()
