"""The edition: an immutable, numbered, sealed version of a record."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any, NoReturn, Self

from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from archive.record import Record, read_record
from archive.vocabulary import EditionKind


class EditionError(Exception):
    """Something that cannot be done with an edition; the message says why."""


class ImmutableEdition(EditionError):
    """Somebody tried to change or delete an edition."""


class UnreadableEdition(EditionError):
    """The edition holds no record: it is a retraction, or its text is redacted."""


def _is_readable() -> Q:
    closing = Edition.objects.filter(
        incident=OuterRef("incident"), number__gte=OuterRef("number"), kind=EditionKind.RETRACTION
    )
    return ~Exists(closing) & Q(redacted_at=None)


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions, in the order of their incidents and numbers unless told otherwise."""

    def for_incident(self, incident: str) -> Self:
        return self.filter(incident=incident)

    def current(self) -> Self:
        """The edition with the highest number of each incident, be it a retraction."""
        later = Edition.objects.filter(incident=OuterRef("incident"), number__gt=OuterRef("number"))
        return self.filter(~Exists(later))

    def readable(self) -> Self:
        """Editions with a record that the public may read: not redacted, and not followed by a retraction."""
        return self.filter(_is_readable())

    def with_openness(self) -> Self:
        """Each edition with `is_readable`: whether the public may read its record."""
        return self.annotate(is_readable=ExpressionWrapper(_is_readable(), models.BooleanField()))

    def newest(self, most: int) -> list[Edition]:
        """Those that were published last, without their texts."""
        return list(self.defer("text").order_by("-published_at", "-pk")[:most])

    def redacted(self) -> Self:
        return self.exclude(redacted_at=None)

    def withheld(self) -> Self:
        """Editions of which a copy was not told the record, for their incident was retracted."""
        return self.filter(text="", redacted_at=None).exclude(kind=EditionKind.RETRACTION)

    def update(self, **values: Any) -> NoReturn:
        raise ImmutableEdition("Editions do not change; publish a new one, or redact this one.")

    def delete(self) -> NoReturn:
        raise ImmutableEdition("Editions are never deleted; retract the incident, or redact the edition.")

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> list[Edition]:
        if options.get("update_conflicts"):
            raise ImmutableEdition("Editions do not change; publish a new one, or redact this one.")
        return super().bulk_create(objs, *args, **options)

    def redact(self, *, at: datetime, reason: str) -> int:
        """Empty the text, and say when and why. Nothing but `editions.redact` calls it."""
        return super().update(text="", redacted_at=at, redaction_reason=reason)

    def complete(self, *, text: str, note: str) -> int:
        """Add what a copy was not told before, as it is sealed. Nothing but `archive.releases` calls it."""
        return super().update(text=text, note=note)


class Edition(models.Model):
    """One version of one incident's record, as the public saw it from `published_at` on.

    `incident` is the public identifier, not a row of the desk. `sha256` is the digest of the text, `previous`
    the seal of the incident's edition before (empty for the first), `seal` the digest of all the rest: see
    `archive.editions`. A redacted edition keeps number, digest and seal and loses its text. A copy that was
    loaded of a release never had the texts of what was retracted before.
    """

    incident = models.CharField(max_length=100)
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=EditionKind.choices())
    note = models.TextField(blank=True)
    published_at = models.DateTimeField(db_index=True)
    text = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64)
    redacted_at = models.DateTimeField(null=True, blank=True)
    redaction_reason = models.TextField(blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["incident", "number"]
        indexes = [models.Index(fields=["kind", "published_at"], name="edition_news")]
        constraints = [
            models.UniqueConstraint(fields=["incident", "number"], name="edition_number_once"),
            models.UniqueConstraint(fields=["seal"], name="edition_seal_once"),
            models.CheckConstraint(condition=~Q(incident=""), name="edition_incident"),
            models.CheckConstraint(condition=Q(kind__in=list(EditionKind)), name="edition_kind"),
            models.CheckConstraint(
                condition=Q(number=1, kind=EditionKind.FIRST, previous="")
                | (Q(number__gt=1) & ~Q(kind=EditionKind.FIRST) & ~Q(previous="")),
                name="edition_first_begins_the_chain",
            ),
            models.CheckConstraint(
                condition=Q(text="") | (~Q(kind=EditionKind.RETRACTION) & Q(redacted_at__isnull=True)),
                name="edition_no_text_when_closed",
            ),
            models.CheckConstraint(
                condition=Q(redacted_at__isnull=True, redaction_reason="")
                | (Q(redacted_at__isnull=False) & ~Q(redaction_reason="")),
                name="edition_redaction_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(kind=EditionKind.RETRACTION, note=""), name="edition_retraction_has_reason"
            ),
            models.CheckConstraint(
                condition=Exact(Length("sha256"), 64) & Exact(Length("seal"), 64), name="edition_digests"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incident}, edition {self.number}"

    def save(self, *args: Any, **options: Any) -> None:
        """Store a new edition. Raises ImmutableEdition for one that is stored already."""
        if not self._state.adding:
            raise ImmutableEdition(f"{self} is published and does not change; publish a new edition.")
        super().save(*args, **options | {"force_insert": True})

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        raise ImmutableEdition(f"{self} is never deleted; retract the incident, or redact the edition.")

    @property
    def is_retraction(self) -> bool:
        return self.kind == EditionKind.RETRACTION

    @property
    def is_redacted(self) -> bool:
        return self.redacted_at is not None

    @property
    def closed_because(self) -> str:
        """Why the edition holds no record; empty when it holds one."""
        return self.redaction_reason or (self.note if self.is_retraction else "")

    def closing(self) -> Edition | None:
        """The edition that closes this one: itself if it holds no record, or a later retraction."""
        if self.is_redacted or self.is_retraction:
            return self
        later = Edition.objects.for_incident(self.incident).filter(number__gt=self.number)
        return later.filter(kind=EditionKind.RETRACTION).defer("text").order_by("number").first()

    def last_update(self) -> Edition | None:
        """For an edition that renews names alone, the last one before it that changed more."""
        if self.kind != EditionKind.MAINTENANCE:
            return None
        earlier = Edition.objects.for_incident(self.incident).filter(number__lt=self.number)
        return earlier.exclude(kind=EditionKind.MAINTENANCE).defer("text").order_by("-number").first()

    @cached_property
    def record(self) -> Record:
        """The record as it was published. Raises UnreadableEdition, or RecordError if the text is damaged."""
        if not self.text:
            raise UnreadableEdition(f"{self} holds no record: {self.closed_because}")
        return read_record(self.text)
