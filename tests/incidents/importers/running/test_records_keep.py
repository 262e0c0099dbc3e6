"""What the desk had before a file of records changed it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.record import canonical
from incidents.build import build
from incidents.history import record_of
from incidents.importers.running.run import Wish, import_records
from incidents.load import load
from incidents.models import Incident, Snapshot
from tests.builders import count, exactly, record

pytestmark = pytest.mark.django_db


def test_a_record_that_changes_what_an_editor_typed_leaves_the_way_back(tmp_path: Path) -> None:
    typed = build(load(record(count(1, exactly(3)))))
    file = tmp_path / "records.ndjson"
    file.write_bytes(canonical(record(count(1, exactly(4)))))

    run = import_records(file, Wish(), lambda run, file: None)

    assert run.changed == 1
    assert build(Incident.objects.get()) != typed
    states = Snapshot.objects.filter(subject="incidents", key=typed.id).order_by("pk")
    assert record_of(states[0]) == typed
    assert states.count() == 2
