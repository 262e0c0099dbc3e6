"""Which records the archive may not let out: those that hold rows of a dataset whose licence forbids it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from archive.record import Record
from incidents.models import Claim, Dataset, DatasetRow, Standing


class NotRedistributable(Exception):
    """The record may not leave the desk; the message says why."""


def forbidden(records: Sequence[Record]) -> Mapping[str, str]:
    """Of each record that may not leave the desk: why, in a sentence. A few queries, however many records.

    A record holds a dataset's rows if one of its sources is issued by the dataset, or if an import made its
    incident or put claims into it that the desk still has, withheld or not, whatever became of their sources.
    """
    closed = dict(
        Dataset.objects.filter(redistributable=False).values_list("publication__key", "publication__name")
    )
    rows = _held([record.id for record in records]) if closed else {}
    found = {record.id: _names(record, closed) | rows.get(record.id, set()) for record in records}
    return {
        key: f"It holds rows of {' and '.join(sorted(names))}, "
        "whose licence does not let the archive publish them."
        for key, names in found.items()
        if names
    }


def refuse_forbidden(record: Record) -> None:
    """Raise NotRedistributable for a record that may not leave the desk."""
    if reason := forbidden([record]).get(record.id):
        raise NotRedistributable(reason)


def _names(record: Record, closed: Mapping[str, str]) -> set[str]:
    """The closed datasets that issue a source of the record."""
    issuers = {source.publication for source in record.sources if source.publication}
    return {closed[key] for key in issuers & closed.keys()}


def _held(incidents: Sequence[str]) -> Mapping[str, set[str]]:
    """The closed datasets whose rows these incidents were made for, or have claims of."""
    rows = DatasetRow.objects.filter(dataset__redistributable=False, incident__key__in=incidents)
    columns = ("incident__key", "dataset__publication__name", "standing", "claims")
    read = list(rows.values_list(*columns))
    claims = _claims({str(key) for key, *_ in read})
    found: dict[str, set[str]] = defaultdict(set)
    for key, name, standing, slots in read:
        if standing == Standing.OWN or claims[str(key)] & set(slots.values()):
            found[str(key)].add(name)
    return found


def _claims(incidents: Set[str]) -> Mapping[str, set[int]]:
    """The numbers of the claims that the desk has of each of these incidents."""
    found: dict[str, set[int]] = defaultdict(set)
    rows = Claim.objects.filter(incident__key__in=incidents).order_by()
    for key, number in rows.values_list("incident__key", "number"):
        found[key].add(number)
    return found
