"""Catalogue rows by which sources, publications, actors, places and conflicts are found by name."""

from __future__ import annotations

from django.db import models

from archive.models.search import TermsField, TermsQuerySet
from archive.models.words import KEY_LENGTH, WORD_LENGTH


class NameQuerySet(TermsQuerySet["NameEntry"]):
    columns = ("terms",)


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
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="name_once")]

    def __str__(self) -> str:
        return self.name
