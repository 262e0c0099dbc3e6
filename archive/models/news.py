"""The editions that are news: those that brought an incident to readers, and those that changed one."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from archive.models.editions import Edition, EditionQuerySet
from archive.models.incidents import IncidentEntry
from archive.vocabulary import EditionKind


def newly_published(most: int) -> list[Edition]:
    """The first editions of the incidents that were published last and still are, without their texts."""
    return _of_public_incidents().filter(kind=EditionKind.FIRST).newest(most)


def lately_changed(most: int) -> list[Edition]:
    """The last editions that changed what the public reads, or closed it, without their texts.

    Maintenance is none of them. One query for each kind, so that an index leads to the last of each.
    """
    public = _of_public_incidents().readable()
    found = [
        *public.filter(kind=EditionKind.UPDATE).newest(most),
        *public.filter(kind=EditionKind.CORRECTION).newest(most),
        *Edition.objects.current().filter(kind=EditionKind.RETRACTION).newest(most),
    ]
    return sorted(found, key=lambda edition: (edition.published_at, edition.pk), reverse=True)[:most]


def _of_public_incidents() -> EditionQuerySet:
    return Edition.objects.filter(Exists(IncidentEntry.objects.filter(key=OuterRef("incident"))))
