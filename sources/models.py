"""The library: publications, the sources they issue, and stored copies of them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from archive.vocabulary import PublicationKind, Reliance, SourceKind
from sources.captures.models import Capture, CaptureRequest, Means, RequestState
from sources.captures.saves import SaveState, WaybackSave
from sources.constraints import check, filled, in_order, known
from sources.fields import (
    AddressField,
    BoundField,
    EdtfField,
    KeyField,
    LabelField,
    LanguageField,
    LineField,
)
from sources.likeness_field import LikenessField
from sources.search import WordsField

__all__ = [
    "BibliographyEntry",
    "Capture",
    "CaptureRequest",
    "Means",
    "Publication",
    "Relation",
    "RequestState",
    "SaveState",
    "Source",
    "SourceAuthor",
    "WaybackSave",
]


class Publication(models.Model):
    """Who issues sources: a newspaper, an agency, a platform, a dataset."""

    key = KeyField(unique=True, help_text="Permanent and public, such as “associated-press”.")
    name = LabelField()
    likeness = LikenessField(of="name")
    kind = models.CharField(max_length=30, choices=PublicationKind.choices())
    url = AddressField("web address", blank=True)
    licence = LineField(
        blank=True, help_text="Public: under which terms a dataset is published, such as “CC BY 4.0”."
    )
    words = WordsField(of=("name", "key"))

    class Meta:
        ordering = ["name", "key"]
        indexes = [models.Index(fields=["name", "key"], name="library_publication_name")]
        constraints = [
            filled("publication", "key", "Give the publication a key."),
            filled("publication", "name", "Give the publication its name."),
            known("publication", "kind", PublicationKind),
        ]

    def __str__(self) -> str:
        return self.name


class Source(models.Model):
    """A document: article, statement, report, post, dataset row."""

    key = KeyField(unique=True, help_text="Permanent and public.")
    kind = models.CharField(max_length=30, choices=SourceKind.choices())
    title = LineField(blank=True, help_text="As printed; empty where it is not known.")
    likeness = LikenessField(of="title")
    description = LineField(
        blank=True, help_text="What it is, in the archive's words, where the title is not known."
    )
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, null=True, blank=True, related_name="sources"
    )
    language = LanguageField(blank=True)
    published = EdtfField(blank=True, help_text="The date as known, such as 2024-02-07 or 2024-02.")
    published_earliest = BoundField(of="published", side="earliest")
    published_latest = BoundField(of="published", side="latest")
    version = LineField(blank=True)
    url = AddressField("web address", blank=True)
    url_likeness = LikenessField(of="url")
    archive_url = AddressField("archived copy", blank=True)
    note = LineField(blank=True, help_text="Public: what a reader must know about the source.")
    words = WordsField(of=("title", "description", "key", "url"))

    class Meta:
        ordering = ["key"]
        indexes = [
            models.Index(fields=["published_earliest"], name="library_source_published"),
            models.Index(fields=["kind", "key"], name="library_source_kind"),
            models.Index(fields=["publication", "key"], name="library_source_publication"),
        ]
        constraints = [
            filled("source", "key", "Give the source a key."),
            known("source", "kind", SourceKind),
            check(
                "source_can_be_named",
                ~Q(title="", description=""),
                "Give the title, or a description where the title is not known.",
            ),
            in_order("source", "published", "published_earliest", "published_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.title or self.description} ({self.key})"


class SourceAuthor(models.Model):
    """One author of a source. The authors are kept in the order in which they were entered."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="authors")
    name = LabelField()
    words = WordsField(of=("name",))

    class Meta:
        ordering = ["pk"]
        verbose_name = "author"
        constraints = [filled("author", "name", "Give the author's name, or remove the row.")]

    def __str__(self) -> str:
        return self.name


class Relation(models.Model):
    """What a source rests on: another source, or a publication where the document is not known."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="relations")
    how = models.CharField(max_length=30, choices=Reliance.choices())
    other = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="relied_on_by",
        verbose_name="other source",
    )
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, null=True, blank=True, related_name="relied_on_by"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            known("relation", "how", Reliance),
            check(
                "relation_names_one",
                Q(other__isnull=False, publication__isnull=True)
                | Q(other__isnull=True, publication__isnull=False),
                "Name either another source or a publication, and not both.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()} {self.other or self.publication}"

    def clean(self) -> None:
        if self.other_id is not None and self.other_id == self.source_id:
            raise ValidationError({"other": "A source does not rely on itself: name another one."})


class BibliographyEntry(models.Model):
    """The entry of a bibliography that a source was taken from, as it stood there.

    It holds what a source has no place for, and goes out again with it. Never part of a record or of a public
    answer: it may hold an abstract, or somebody's own notes.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="entries")
    format = models.CharField(max_length=30)
    #: JSON as text: a database's own JSON would lose the order of the fields.
    entry = models.TextField()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "bibliography entries"
        constraints = [
            models.UniqueConstraint(fields=["source", "format"], name="bibliographyentry_once"),
            filled("bibliographyentry", "format", "Say of which format the entry is."),
        ]

    def __str__(self) -> str:
        return f"{self.source_id}, {self.format}"
