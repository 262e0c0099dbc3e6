"""A first look at a file of records: which they are, what of them the desk has, and what would be refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.record import Record
from incidents.build import holds
from incidents.importers.reading.items import Item
from incidents.importers.reading.records import open_records
from incidents.importers.running.course import batch_of
from incidents.importers.running.records import id_of, told_apart, weight_of_item
from incidents.importers.running.rows_in_words import told
from incidents.importers.running.run import import_records
from incidents.importers.uploads.looking import SHOWN, counts
from incidents.models import Import, Incident

if TYPE_CHECKING:
    from django.contrib.auth.models import User

CHANGED = "is at the desk already, and would be changed; its history keeps how it was"
SAME = "is at the desk already, exactly so"


def look_at_records(path: Path, by: User | None) -> dict[str, Any]:
    """What is seen of the file, as plain data, like `look_at`: a file of records has no columns.

    Raises FileError.
    """
    with open_records(path) as file:
        items = file.items()
        looked = list(batch_of(items, weight_of_item))
        numbered = {item.number: item for item in looked}
        given, refusals = told_apart(looked, Import())
        return {
            "columns": [],
            "sha256": file.sha256,
            "release": "",
            "rows": len(looked),
            "whole": next(items, None) is None,
            "first": list(islice(_first(looked, given), SHOWN)),
            "problems": [
                {**_place(numbered[each.number]), "reason": each.reason}
                for each in sorted(refusals, key=lambda each: each.number)[:SHOWN]
            ],
            "counts": list(counts(path, import_records, None, by)),
        }


def _first(items: list[Item], given: Mapping[str, Record]) -> Iterator[dict[str, Any]]:
    """The records in the order of the file, each with whether the desk has it."""
    here = {row.key: row for row in Incident.objects.filter(key__in=given)}
    waiting = dict(given)
    for item in items:
        record = waiting.pop(id_of(item), None)
        if record is not None:
            row = here.get(record.id)
            flags = [] if row is None else [SAME if holds(row, record) else CHANGED]
            yield {**_place(item), **told(record), "flags": flags}


def _place(item: Item) -> dict[str, Any]:
    return {"record": item.number, "within": item.within}
