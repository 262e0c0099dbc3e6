"""Catalogue rows by which sources, publications, actors, places and conflicts are found by name."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q, Subquery
from django.db.models.functions import Left, Lower

from archive.models.search import TermsField, TermsQuerySet
from archive.models.words import KEY_LENGTH, WORD_LENGTH

#: By how many letters of their names entities are ordered: an index holds no text of any length.
ORDERED = 100
INITIAL = Lower(Left("name", ORDERED))


class NameQuerySet(TermsQuerySet["NameEntry"]):
    columns = ("terms",)

    def by_name(self) -> Self:
        """In the order of the alphabet."""
        return self.order_by(INITIAL, "key")

    def from_name(self, beginning: str) -> Self:
        """Those whose names come no earlier in the alphabet than this beginning."""
        return self.alias(initial=INITIAL).filter(initial__gte=beginning[:ORDERED].lower())

    def after(self, key: str) -> Self:
        """Those that follow the entity of this key; none where there is no such entity."""
        own = self._initial_of(key)
        beyond = Q(initial__gt=own) | Q(initial=own, key__gt=key)
        return self.alias(initial=INITIAL).filter(beyond, initial__gte=own).by_name()

    def before(self, key: str) -> Self:
        """Those that precede the entity of this key, the nearest first."""
        own = self._initial_of(key)
        beyond = Q(initial__lt=own) | Q(initial=own, key__lt=key)
        found = self.alias(initial=INITIAL).filter(beyond, initial__lte=own)
        return found.order_by(INITIAL.desc(), "-key")

    def _initial_of(self, key: str) -> Subquery:
        return Subquery(self.filter(key=key).order_by().values(own_initial=INITIAL)[:1])


class NameEntry(models.Model):
    """The terms of all names of the entity `key`; `name` is the one it is shown by.

    `kind` is the record's list that holds the entity; its mark is among the terms.
    """

    kind = models.CharField(max_length=WORD_LENGTH)
    key = models.CharField(max_length=KEY_LENGTH)
    name = models.CharField(max_length=2_000)
    terms = TermsField()

    objects = NameQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "key"]
        indexes = [models.Index("kind", INITIAL, "key", name="name_in_order")]
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="name_once")]

    def __str__(self) -> str:
        return self.name
