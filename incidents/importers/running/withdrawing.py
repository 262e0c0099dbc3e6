"""Events that a dataset has withdrawn, from its list of them: flagged for the editors, and never deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from django.db import transaction

from incidents.importers.formats.acled import ACLED, deleted_id
from incidents.importers.parsing.entry import RowError
from incidents.importers.reading import Row, Table, open_table
from incidents.importers.running.course import BATCH
from incidents.models import DatasetRow

WITHDRAWN = "ACLED has withdrawn this event: it stands in its list of deleted events"
#: The list has the events' ids; what else stands in it is passed over.
ID = "event_id_cnty"
LISTED = replace(ACLED, variants=((ID,),), needed=frozenset({ID}))


@dataclass
class Withdrawn:
    """How many events of the list are here, are not here, and could not be read."""

    here: int = 0
    elsewhere: int = 0
    unread: int = 0


def withdraw(path: Path, progress: Callable[[int, Table], None]) -> Withdrawn:
    """Flag the rows of the events in the list. Done twice, it changes nothing. Raises FileError."""
    count = Withdrawn()
    with open_table(path, LISTED) as table:
        rows = table.rows()
        while batch := list(islice(rows, BATCH)):
            _flag(list(_ids(batch, count)), count)
            progress(batch[-1].number, table)
    return count


def _ids(rows: Sequence[Row], count: Withdrawn) -> Iterator[str]:
    for row in rows:
        try:
            yield deleted_id(row.cells)
        except RowError:
            count.unread += 1


def _flag(ids: Sequence[str], count: Withdrawn) -> None:
    with transaction.atomic():
        known = DatasetRow.objects.filter(dataset__publication__key=ACLED.publication.key)
        rows = list(known.filter(external_id__in=ids).select_for_update(of=("self",)))
        for row in rows:
            row.flags = [*(flag for flag in row.flags if flag != WITHDRAWN), WITHDRAWN]
        DatasetRow.objects.bulk_update(rows, ["flags"])
    count.here += len(rows)
    count.elsewhere += len(set(ids)) - len(rows)
