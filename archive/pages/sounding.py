"""Entities whose names hold a word like one that was typed, however it is spelt."""

from __future__ import annotations

from django.db.models import QuerySet

from archive.models import Spelling
from archive.search.spelling import hints_of, nearest
from archive.search.words import words_of

#: How many spellings a word that is searched for is compared with.
SPELLINGS = 5000


def sounding_like(kind: str, sought: str) -> QuerySet[Spelling, str]:
    """The keys of entities of the kind that have a word like the first of those typed in their names."""
    spellings = Spelling.objects.filter(kind=kind)
    for word in words_of(sought)[:1]:
        like = spellings.like(hints_of(word.folded))
        written = like.order_by().values_list("word", flat=True).distinct()[:SPELLINGS]
        return like.filter(word__in=nearest(word.folded, written)).values_list("key", flat=True)
    return spellings.none().values_list("key", flat=True)
