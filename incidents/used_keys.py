"""Ids and keys that were ever used: they lead to what they stood for, and are not given to a new thing."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from archive.models import Edition
from incidents.models import Forerunner, FormerKey, Subject


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
