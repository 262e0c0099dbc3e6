"""A file of rows comes in at the desk: handed in, looked at, imported by the worker; a row is decided on."""

from __future__ import annotations

from pathlib import Path

from archive.models import IncidentEntry
from archive.record import canonical
from incidents.models import DatasetRow, Incident, Standing
from tests.browser.axe import judge
from tests.browser.desk import Desk
from tests.builders import count, exactly, record
from tests.incidents.importers.running.files import write
from tests.incidents.importers.running.waiting import here_already
from tests.incidents.queue import work_off

A_DAY = "2013-01-01 00:00:00.000"
ROWS = [
    {"id": "1", "best": "7", "low": "7", "high": "7"},
    {"id": "2", "date_start": A_DAY, "date_end": A_DAY, "low": "5", "best": "3", "high": "4"},
    {"id": "3", "best": "many"},
]


def test_a_file_is_looked_at_imported_and_a_row_of_it_decided_on(desk: Desk, tmp_path: Path) -> None:
    here_already(title="A bomb at the gate of Strelsau")
    desk.come_in_as("curator")

    desk.open("/desk/incidents/import/")
    judge(desk, "imports")
    desk.follow("Import a file")
    judge(desk, "imports-upload")
    desk.fill_in({"Format": "UCDP Georeferenced Event Dataset (CSV)"})
    desk.hand_in("File:", write(tmp_path / "ged231.csv", "ucdp", ROWS))
    desk.tick("Publish what is imported")
    desk.press("Look at the file")
    desk.sees("What would be refused")
    judge(desk, "imports-look")
    desk.press("Import it")
    desk.sees("No worker is running.")
    judge(desk, "imports-waiting")
    work_off()
    desk.sees("Refused rows")
    judge(desk, "imports-run")
    assert IncidentEntry.objects.get().key == "ucdp-2"

    desk.open("/desk/")
    judge(desk, "home-rows-wait")
    row = DatasetRow.objects.waiting().get()
    desk.shown(row)
    desk.sees("Is this row about an incident that is here already?")
    judge(desk, "row-waiting")
    desk.press("These are claims on this incident: A bomb at the gate of Strelsau")
    desk.sees("which is a draft now")
    judge(desk, "row-joined")
    desk.follow("A bomb at the gate of Strelsau", exact=True)
    desk.sees("Dataset rows")
    judge(desk, "incident-with-row")

    assert DatasetRow.objects.get(pk=row.pk).standing == Standing.JOINED
    desk.open("/desk/incidents/datasetrow/")
    judge(desk, "rows")


def test_records_are_looked_at_and_imported(desk: Desk, tmp_path: Path) -> None:
    here_already(id="one", title="A bomb at the gate of Strelsau")
    known = record(count(1, exactly(5), "paper"), id="one", title="A bomb at the gate of Strelsau")
    new = record(count(1, exactly(2), "paper"), id="two", title="An ambush near Zenda", date="2014-03-05")
    file = tmp_path / "records.ndjson"
    file.write_bytes(canonical(known) + b"\n" + canonical(new) + b'\n{"id": "three", "title": ""}\n')
    desk.come_in_as("editor")

    desk.open("/desk/incidents/import/upload/")
    desk.fill_in({"Format": "Whole records: dossiers, or another archive’s export"})
    desk.hand_in("File:", file)
    desk.press("Look at the file")
    desk.sees("would be changed")
    judge(desk, "imports-look-records")
    desk.press("Import it")
    desk.sees("No worker is running.")
    work_off()
    desk.sees("Refused records")
    judge(desk, "imports-run-records")
    assert Incident.objects.count() == 2
