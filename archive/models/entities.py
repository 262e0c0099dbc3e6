"""Catalogue rows of what records share: sources, publications, actors, places, conflicts."""

from __future__ import annotations

from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef

from archive.models.editions import Edition
from archive.models.names import NameEntry
from archive.models.words import KEY_LENGTH, WORD_LENGTH
from archive.search import Query
from archive.search.texts import mark_of

Shared = TypeVar("Shared", bound="SharedEntry")


class SharedQuerySet(models.QuerySet[Shared]):
    """Entities of one kind, which is the record's list that holds them."""

    def named(self, query: Query) -> Self:
        """Those in whose names the query is found. One query, which tells whether they are few."""
        wanted = query.marked(mark_of(self.model.listed_as))
        few = NameEntry.objects.few("key", wanted)
        if few is not None:
            return self.filter(pk__in=few)
        rows = NameEntry.objects.filter(kind=self.model.listed_as, key=OuterRef("pk"))
        return self.filter(Exists(rows.matching(wanted)))


class SharedEntry(models.Model):
    """An entity as the latest edition that holds it gives it (`edition`), with its ready answer."""

    key = models.CharField(max_length=KEY_LENGTH, primary_key=True)
    name = models.CharField(max_length=2_000)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    body = models.TextField()
    etag = models.CharField(max_length=64)

    listed_as: ClassVar[str]
    objects = SharedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["key"]

    def __str__(self) -> str:
        return self.name


class SourceEntry(SharedEntry):
    """A source; its name is its title, or its description where the title is not known."""

    listed_as = "sources"
    kind = models.CharField(max_length=WORD_LENGTH, db_index=True)
    publication = models.CharField(max_length=KEY_LENGTH, blank=True, db_index=True)
    language = models.CharField(max_length=35, blank=True, db_index=True)


class PublicationEntry(SharedEntry):
    listed_as = "publications"
    kind = models.CharField(max_length=WORD_LENGTH, db_index=True)


class ActorEntry(SharedEntry):
    listed_as = "actors"
    kind = models.CharField(max_length=WORD_LENGTH, db_index=True)
    part_of = models.CharField(max_length=KEY_LENGTH, blank=True, db_index=True)


class PlaceEntry(SharedEntry):
    listed_as = "places"
    kind = models.CharField(max_length=WORD_LENGTH, db_index=True)
    parent = models.CharField(max_length=KEY_LENGTH, blank=True, db_index=True)


class ConflictEntry(SharedEntry):
    """A conflict; it has nothing to filter on."""

    listed_as = "conflicts"
