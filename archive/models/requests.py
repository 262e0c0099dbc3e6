"""What readers hand in: requests for a correction, a removal or an addition.

The public process adds rows and reads none: see `archive.grants`. What becomes of them is for the desk.
"""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connections, models, transaction
from django.db.models import Q
from django.utils import timezone

from archive.corrections import NAME, PAGE, RequestKind, RequestState
from archive.models.words import WORD_LENGTH

KINDS = [kind.value for kind in RequestKind]
TAKEN = [state.value for state in RequestState if state is not RequestState.NEW]


class RequestQuerySet(models.QuerySet["CorrectionRequest"]):
    def hand_in(self, **values: Any) -> CorrectionRequest:
        """Store a new request. Raises django.db.DatabaseError where that cannot be.

        The public role's transactions are read-only unless they say otherwise when they begin.
        """
        request = CorrectionRequest(**values)
        with transaction.atomic(using=self.db):
            if connections[self.db].vendor == "postgresql":
                with connections[self.db].cursor() as cursor:
                    cursor.execute("SET TRANSACTION READ WRITE")
            request.save(using=self.db, force_insert=True)
        return request

    def open(self) -> RequestQuerySet:
        """Those that still need an answer."""
        return self.filter(state__in=[RequestState.NEW, RequestState.IN_HAND])

    def forget_contacts(self) -> int:
        """Empty name and e-mail address of requests older than `settings.CONTACT_DAYS`; how many had any."""
        before = timezone.now() - timedelta(days=settings.CONTACT_DAYS)
        held = self.filter(asked_at__lt=before).exclude(name="", email="")
        return held.update(name="", email="")


class CorrectionRequest(models.Model):
    """A request as it was sent, and what the desk makes of it.

    `page` is a path of this archive. `taken_by` is a user of the desk by name, empty while nobody has taken
    it. The key is made here, since whoever adds a row may not ask the database for one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)
    kind = models.CharField(max_length=WORD_LENGTH, choices=RequestKind.choices())
    page = models.CharField(max_length=PAGE)
    text = models.TextField()
    source = models.TextField(blank=True)
    name = models.CharField(max_length=NAME, blank=True)
    email = models.EmailField(blank=True)
    state = models.CharField(
        max_length=WORD_LENGTH, choices=RequestState.choices(), default=RequestState.NEW.value
    )
    taken_by = models.CharField(max_length=150, blank=True)
    note = models.TextField(blank=True, help_text="For the desk alone.")

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = "correction request"
        indexes = [models.Index(fields=["state", "-asked_at"], name="request_state")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="request_kind"),
            models.CheckConstraint(condition=~Q(page="") & ~Q(text=""), name="request_says_something"),
            models.CheckConstraint(
                condition=Q(state=RequestState.NEW.value, taken_by="")
                | (Q(state__in=TAKEN) & ~Q(taken_by="")),
                name="request_taken_unless_new",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.page}"
