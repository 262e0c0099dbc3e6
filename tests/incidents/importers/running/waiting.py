"""A row that waits for an editor's word, beside an incident that was here before it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from incidents.load import load
from incidents.models import DatasetRow, Incident
from tests.builders import count, exactly, record
from tests.incidents.importers.rows import parsed
from tests.incidents.importers.running.files import take, write


def here_already(id: str = "event-1", **more: Any) -> Incident:
    """An incident of the press on the day and at the place of the plain row."""
    entry = parsed("ucdp", id="1")
    near = {"date": entry.record.date, "place": entry.record.place, "places": entry.record.places}
    own = record(count(1, exactly(3)), id=id, **{**near, **more})
    return load(own)


def a_waiting_row(folder: Path, **cells: str) -> DatasetRow:
    """The row, imported beside that incident."""
    take(write(folder / "ged221.csv", "ucdp", [{"id": "1", "best": "7", "low": "7", "high": "7", **cells}]))
    return DatasetRow.objects.get()
