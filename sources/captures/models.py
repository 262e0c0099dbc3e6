"""Stored copies of sources, and those that were asked for."""

from __future__ import annotations

import hashlib
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Length, Replace

from archive.vocabulary import Term
from sources.captures.keeping import throw_away
from sources.constraints import check, filled, known
from sources.fields import AddressField, LineField


class Means(Term):
    """How a stored copy was got."""

    BY_HAND = "by_hand", "typed or pasted"
    FETCHED = "fetched", "fetched"
    UPLOADED = "uploaded", "uploaded"


class RequestState(Term):
    """How far it has come with a copy that was asked for."""

    WAITING = "waiting", "waiting for a worker"
    RUNNING = "running", "being fetched"
    DONE = "done", "done"
    FAILED = "failed", "failed"


class CaptureQuerySet(models.QuerySet["Capture"]):
    def without_texts(self) -> Self:
        """The copies without their texts, which may be long."""
        return self.defer("text")

    def counting_words(self) -> Self:
        """With `words`: about how many words the text has, by the white space in it."""
        spaced = Replace(
            Replace(Replace("text", Value("\r")), Value("\n"), Value(" ")), Value("  "), Value(" ")
        )
        number = Length(spaced) - Length(Replace(spaced, Value(" "))) + 1
        return self.annotate(words=Case(When(text="", then=0), default=number))


class Capture(models.Model):
    """A stored copy of a source at a moment. Never part of a record or of a public answer.

    `text` is what people read of it, and where quotes are looked up; `sha256` is its digest. `stored` names
    the file that holds the response as it came, or what was uploaded; `response_sha256` is the digest of what
    is in it. `address` is where the response came from in the end, `asked` where it was asked for.
    """

    source = models.ForeignKey("sources.Source", on_delete=models.PROTECT, related_name="captures")
    captured_at = models.DateTimeField()
    how = models.CharField(
        "got", max_length=30, choices=Means.choices(), default=Means.BY_HAND.value, editable=False
    )
    text = models.TextField(blank=True)
    sha256 = models.CharField("SHA-256 of the text", max_length=64, editable=False)
    media_type = LineField(max_length=100, default="text/plain")
    asked = AddressField("address that was asked", blank=True, editable=False)
    address = AddressField("address that answered", blank=True, editable=False)
    status = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    stored = models.CharField("file", max_length=64, blank=True, editable=False)
    response_sha256 = models.CharField("SHA-256 of the response", max_length=64, blank=True, editable=False)
    archive_url = AddressField("archived copy", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name="asked for by",
    )

    objects = CaptureQuerySet.as_manager()

    class Meta:
        ordering = ["source", "-captured_at"]
        indexes = [models.Index(fields=["sha256"], name="library_capture_digest")]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "captured_at"],
                name="capture_once",
                violation_error_message="This source has a capture of that moment already.",
            ),
            filled("capture", "sha256", "A capture carries the digest of its text."),
            known("capture", "how", Means),
            check(
                "capture_fetched_whole",
                ~Q(how="fetched") | (~Q(address="") & ~Q(stored="") & Q(status__isnull=False)),
                "What was fetched has an address, a status and a file.",
            ),
        ]

    def __str__(self) -> str:
        return f"Copy of {self.captured_at:%-d %B %Y, %H:%M:%S} UTC"

    def save(self, *args: Any, **options: Any) -> None:
        """Store the copy with the digest of its text."""
        self.sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> Any:
        """Delete the copy and its file, unless another copy has the same one."""
        stored, deleted = self.stored, super().delete(*args, **options)
        if stored and not Capture.objects.filter(stored=stored).exists():
            transaction.on_commit(lambda: throw_away(stored))
        return deleted


class CaptureRequestQuerySet(models.QuerySet["CaptureRequest"]):
    def unfinished(self) -> Self:
        """Those that a worker fetches, or will fetch."""
        return self.filter(state__in=[RequestState.WAITING, RequestState.RUNNING])

    def failed(self) -> Self:
        """Those that failed, and were followed by no other one, and no copy, of the same source."""
        source = models.OuterRef("source")
        newer = CaptureRequest.objects.filter(source=source, pk__gt=models.OuterRef("pk"))
        copied = Capture.objects.filter(source=source, captured_at__gte=models.OuterRef("asked_at"))
        return self.filter(~models.Exists(newer), ~models.Exists(copied), state=RequestState.FAILED)


class CaptureRequest(models.Model):
    """A copy that was asked for, which a worker makes.

    This row is the truth about it; `delivery` names the row of the queue that brings it to a worker, and only
    that delivery may work on it. `capture` is what came of it. `website` names the one that is asked, and
    `begun_at` is when it was asked last. While another try waits, `error` says why, and `next_at` when it is.
    """

    source = models.ForeignKey("sources.Source", on_delete=models.CASCADE, related_name="capture_requests")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField("asked for", auto_now_add=True)
    state = models.CharField(
        max_length=30, choices=RequestState.choices(), default=RequestState.WAITING.value
    )
    delivery = models.UUIDField(null=True, blank=True, unique=True)
    attempts = models.PositiveIntegerField(default=0)
    website = models.CharField(max_length=300, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField("what went wrong", blank=True)
    capture = models.OneToOneField(Capture, on_delete=models.SET_NULL, null=True, related_name="request")

    objects = CaptureRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["website", "begun_at"], name="library_request_website")]
        constraints = [
            known("capturerequest", "state", RequestState),
            models.UniqueConstraint(
                fields=["source"],
                condition=Q(state__in=["waiting", "running"]),
                name="capturerequest_one_at_a_time",
                violation_error_message="A copy of this source is asked for already.",
            ),
            models.UniqueConstraint(
                fields=["website"],
                condition=Q(state="running") & ~Q(website=""),
                name="capturerequest_one_of_a_website",
                violation_error_message="Another page of this website is being fetched.",
            ),
            check(
                "capturerequest_failed_with_reason",
                Q(state="waiting") | (Q(state="failed") & ~Q(error="")) | (~Q(state="failed") & Q(error="")),
                "What failed says why; but for what is tried again, nothing else does.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id}, {self.asked_at:%Y-%m-%d %H:%M}"
