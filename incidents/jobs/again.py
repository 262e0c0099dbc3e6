"""Another try at what a website refused for now."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from sources.captures.policy.again import wait_after
from sources.captures.policy.refusal import Refused
from sources.models import CaptureRequest, WaybackSave


def next_try(row: CaptureRequest | WaybackSave, refused: Refused) -> float | None:
    """Note in the row why a try failed, and when there is another one: in so many seconds. None: never.

    The caller stores the row.
    """
    row.tries += 1
    wait = wait_after(row.tries, refused.wait) if refused.again_later else None
    row.error = str(refused)
    row.next_at = None if wait is None else timezone.now() + timedelta(seconds=wait)
    return wait
