"""Catalogue rows of the words that names are made of, by which a mistyped one is recognised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models

from archive.models.words import KEY_LENGTH, WORD_LENGTH
from archive.search.words import LONGEST


class SpellingQuerySet(models.QuerySet["Spelling"]):
    def of(self, kind: str, *keys: str) -> Self:
        """The words of these entities' names."""
        return self.filter(kind=kind, key__among=keys)

    def like(self, hints: Iterable[str]) -> Self:
        """Words that share one of the hints with another."""
        return self.filter(hint__in=hints)


class Spelling(models.Model):
    """A word, as it is written, of a name of the entity `key`, and something it has in common with its like.

    `kind` is the record's list that holds the entity; `hint` is one of `archive.search.spelling.hints_of`.
    """

    kind = models.CharField(max_length=WORD_LENGTH)
    key = models.CharField(max_length=KEY_LENGTH)
    word = models.CharField(max_length=LONGEST)
    hint = models.CharField(max_length=LONGEST)

    objects = SpellingQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "key", "word", "hint"]
        indexes = [models.Index(fields=["hint", "word"], name="spelling_hint")]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "word", "hint"], name="spelling_once"),
        ]

    def __str__(self) -> str:
        return self.word
