"""Editions as works that somebody cites."""

from __future__ import annotations

from django.conf import settings

from archive.asked import Asked
from archive.citing import AS_PUBLISHED, Work
from archive.models import Edition
from archive.record import Record


def work_of(record: Record, edition: Edition, asked: Asked = AS_PUBLISHED) -> Work:
    """The edition of the record as a work to cite, as the reader asked to see it."""
    return Work(
        record=record,
        edition=edition.number,
        day=edition.published_at.date(),
        archive=settings.SITE_NAME,
        site=settings.SITE_URL,
        licence=settings.DATA_LICENCE_URL,
        asked=asked,
    )
