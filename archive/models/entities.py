"""Catalogue rows of what records share: sources, publications, actors, places, conflicts."""

from __future__ import annotations

from django.db import models

from archive.models.editions import Edition
from archive.models.words import KEY_LENGTH, WORD_LENGTH


class SharedEntry(models.Model):
    """An entity as the latest edition that holds it gives it (`edition`), with its ready answer."""

    key = models.CharField(max_length=KEY_LENGTH, primary_key=True)
    name = models.CharField(max_length=2_000)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    body = models.TextField()
    etag = models.CharField(max_length=64)

    class Meta:
        abstract = True
        ordering = ["key"]

    def __str__(self) -> str:
        return self.name


class SourceEntry(SharedEntry):
    """A source; its name is its title, or its description where the title is not known."""

    kind = models.CharField(max_length=WORD_LENGTH, db_index=True)
    publication = models.CharField(max_length=KEY_LENGTH, blank=True, db_index=True)
    language = models.CharField(max_length=35, blank=True, db_index=True)


class PublicationEntry(SharedEntry):
    kind = models.CharField(max_length=WORD_LENGTH, db_index=True)


class ActorEntry(SharedEntry):
    kind = models.CharField(max_length=WORD_LENGTH, db_index=True)
    part_of = models.CharField(max_length=KEY_LENGTH, blank=True, db_index=True)


class PlaceEntry(SharedEntry):
    kind = models.CharField(max_length=WORD_LENGTH, db_index=True)
    parent = models.CharField(max_length=KEY_LENGTH, blank=True, db_index=True)


class ConflictEntry(SharedEntry):
    """A conflict; it has nothing to filter on."""
