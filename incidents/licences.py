"""Which records the archive may not let out: those that hold rows of a dataset whose licence forbids it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive.record import Record
from incidents.models import Dataset


class NotRedistributable(Exception):
    """The record may not leave the desk; the message says why."""


def forbidden(records: Sequence[Record]) -> Mapping[str, str]:
    """Of each record that may not leave the desk: why, in a sentence. One query, however many records."""
    closed = dict(
        Dataset.objects.filter(redistributable=False).values_list("publication__key", "publication__name")
    )
    found = {record.id: _names(record, closed) for record in records if closed}
    return {
        key: f"It holds rows of {' and '.join(names)}, whose licence does not let the archive publish them."
        for key, names in found.items()
        if names
    }


def refuse_forbidden(record: Record) -> None:
    """Raise NotRedistributable for a record that may not leave the desk."""
    if reason := forbidden([record]).get(record.id):
        raise NotRedistributable(reason)


def _names(record: Record, closed: Mapping[str, str]) -> list[str]:
    issuers = {source.publication for source in record.sources if source.publication}
    return sorted(closed[key] for key in issuers & closed.keys())
