"""One batch of whole records: loaded as they are, and published if asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import orjson

from archive import catalogue
from archive.bulk import insert_final
from archive.models import Edition
from archive.record import Record, RecordError, make_record
from incidents.build import holds
from incidents.importers.reading.items import Item
from incidents.load import load_all, taken
from incidents.models import Import, Incident, RefusedRow, Upload
from incidents.publishing import Ready, publish_all

if TYPE_CHECKING:
    from django.contrib.auth.models import User

#: What the command and the desk call this format.
RECORDS = "records"
LABEL = "Whole records: dossiers, or another archive’s export"
#: What the rejects file says of a record beside it.
REFUSED = "refused"
#: What the history says of them.
WORDS = "Imported from a file of records."


def is_records(run: Import | Upload) -> bool:
    """Whether the file is one of records; a mapping file may call its dataset as it likes."""
    return run.format == RECORDS and not run.mapping


def take_records(items: Sequence[Item], run: Import) -> None:
    """Make the desk hold these records, and count what that changed; within a transaction."""
    if run.publish:
        catalogue.one_at_a_time()
    given, refusals = told_apart(items, run)
    new, changed = _fresh(given, run)
    rows = _loaded(new, changed, run.by)
    if run.publish:
        ready = [Ready(rows[record.id], record, "") for record in (*new, *changed)]
        run.published += sum(isinstance(each, Edition) for each in publish_all(ready).values())
    insert_final(refusals)
    run.refused += len(refusals)


def told_apart(items: Sequence[Item], run: Import) -> tuple[dict[str, Record], list[RefusedRow]]:
    """The records that can be loaded, by their ids, and what is refused."""
    refusals: list[RefusedRow] = []
    given = dict(_records(items, run, refusals))
    against = taken(list(given.values()))
    for item in items:
        if (key := id_of(item)) in against and key in given:
            refusals.append(refused(item, run, "; ".join(against[key])))
            del given[key]
    return given, refusals


def weight_of_item(item: Item) -> int:
    """How many characters it has, about."""
    return len(str(item.data))


def refused(item: Item, run: Import, reason: str) -> RefusedRow:
    """The record as it is kept for the rejects file; what makes no record, as a text."""
    own = item.data if isinstance(item.data, dict) else {"text": str(item.data)}
    said = {REFUSED: {"line": item.line, "within": item.within, "reason": reason}}
    raw = orjson.dumps({**own, **said}).decode()
    return RefusedRow(run=run, number=item.number, line=item.line, reason=reason, raw=raw)


def _records(items: Sequence[Item], run: Import, refusals: list[RefusedRow]) -> Iterator[tuple[str, Record]]:
    met: set[str] = set()
    for item in items:
        try:
            record = _record(item)
            if record.id in met:
                raise RecordError([f"id: “{record.id}” stands in the file twice"])
        except RecordError as error:
            refusals.append(refused(item, run, "; ".join(error.problems)))
        else:
            met.add(record.id)
            yield record.id, record


def _record(item: Item) -> Record:
    """The record without what an earlier import said of it. Raises RecordError."""
    if item.problem:
        raise RecordError([item.problem])
    if not isinstance(item.data, dict):
        raise RecordError(["is not a record"])
    return make_record({name: value for name, value in item.data.items() if name != REFUSED})


def id_of(item: Item) -> str:
    """The id that it gives itself; empty where it gives none."""
    id = item.data.get("id") if isinstance(item.data, dict) else None
    return id if isinstance(id, str) else ""


def _loaded(new: Sequence[Record], changed: Sequence[Record], by: User | None) -> dict[str, Incident]:
    """The rows of what was loaded; of what the desk had otherwise, the history keeps how.

    What somebody hands in is their own work, of which the history says so: they do not approve it themselves.
    """
    rows = [*load_all(new, by=by, what=WORDS if by else ""), *load_all(changed, by=by, what=WORDS)]
    return {row.key: row for row in rows}


def _fresh(given: dict[str, Record], run: Import) -> tuple[list[Record], list[Record]]:
    """Those of the records that the desk has not, and those that it has otherwise."""
    known = {row.key: row for row in Incident.objects.filter(key__in=given)}
    new = [record for key, record in given.items() if key not in known]
    changed = [given[key] for key, row in known.items() if not holds(row, given[key])]
    run.new += len(new)
    run.changed += len(changed)
    run.unchanged += len(given) - len(new) - len(changed)
    return new, changed
