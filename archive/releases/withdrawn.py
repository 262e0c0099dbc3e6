"""What a release holds and nobody may read any more.

A release never changes, so it still holds what was retracted or redacted after it. Its files that tell of
records are closed then, all of them; its sums, its head and its description stay.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from archive.models import Change
from archive.vocabulary import ChangeKind

CLOSING = (ChangeKind.RETRACTION, ChangeKind.REDACTION)


class Withdrawal(NamedTuple):
    """A change that closed something: its place in the sequence, and when it came to pass."""

    sequence: int
    at: datetime


def newest_withdrawal() -> Withdrawal | None:
    """The last change that closed anything. One query, for any number of releases."""
    rows = Change.objects.filter(kind__in=CLOSING).order_by("-pk").values_list("pk", "at")
    return next((Withdrawal(*row) for row in rows[:1]), None)


def withdrawn_since(sequence: int) -> Withdrawal | None:
    """The last change after this one that closed anything; None for a release that holds. One query."""
    newest = newest_withdrawal()
    return newest if newest and newest.sequence > sequence else None
