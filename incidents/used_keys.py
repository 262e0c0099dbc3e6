"""Ids and keys that were ever used: they lead to what they stood for, and are not given to a new thing."""

from __future__ import annotations

import secrets
from contextlib import suppress

from django.core.exceptions import ValidationError

from archive.models import Edition
from incidents.models import Forerunner, FormerKey, Incident, Snapshot, Subject

#: Of letters and digits those that are not taken for one another, and make no words.
LETTERS = "bcdfghjkmnpqrstvwxz23456789"
LENGTH = 6


def free_id() -> str:
    """A random id for a new incident, which none has or had: it says nothing, so it need never change."""
    while True:
        proposed = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        if _is_free(proposed):
            return proposed


def _is_free(proposed: str) -> bool:
    known = Snapshot.objects.of(Subject.INCIDENTS, proposed)
    if known.exists() or Incident.objects.filter(key=proposed).exists():
        return False
    with suppress(ValidationError):
        refuse_used(Subject.INCIDENTS, proposed)
        return True
    return False


def refuse_used(subject: Subject, key: str) -> None:
    """Raise ValidationError where the key of a new thing has led to something else before.

    A key with a NUL, which no database can look up, never has; the field refuses it by itself.
    """
    if "\0" in key:
        return
    if subject is Subject.INCIDENTS:
        now = Forerunner.objects.filter(key=key).values_list("incident__key", flat=True).first()
        if now is None and Edition.objects.for_incident(key).exists():
            raise ValidationError("An incident was published under this id: choose another id.")
    else:
        now = FormerKey.objects.filter(subject=subject, key=key).values_list("now", flat=True).first()
    if now is not None:
        raise ValidationError(f"What had this key was merged into “{now}”, where it leads: choose another.")
