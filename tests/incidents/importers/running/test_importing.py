"""What becomes of a file's rows at the desk and in public."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.figures import figure
from archive.models import Edition, IncidentEntry
from archive.vocabulary import Property
from incidents.build import build
from incidents.models import DatasetRow, Incident
from tests.incidents.importers.running.files import take, write

pytestmark = pytest.mark.django_db


def test_each_row_becomes_an_incident_of_its_own(tmp_path: Path) -> None:
    file = write(tmp_path / "ged.csv", "ucdp", [{"id": "1", "best": "7"}, {"id": "2"}])

    run = take(file)

    assert (run.done, run.new, run.refused) == (2, 2, 0)
    record = build(Incident.objects.get(key="ucdp-1"))
    assert figure(record, Property.KILLED).best == 7


def test_what_is_imported_is_a_draft_unless_it_is_to_be_published(tmp_path: Path) -> None:
    file = write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}])

    take(file)
    assert not Edition.objects.exists()

    run = take(file, publish=True)
    assert run.published == 1
    assert IncidentEntry.objects.get().key == "ucdp-1"


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    file = write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}, {"id": "2"}])
    take(file, publish=True)

    run = take(file, publish=True)

    assert (run.new, run.changed, run.unchanged, run.published) == (0, 0, 2, 0)
    assert Edition.objects.count() == 2


def test_a_newer_release_makes_an_update_that_says_what_changed(tmp_path: Path) -> None:
    take(write(tmp_path / "ged221.csv", "ucdp", [{"id": "1", "best": "7", "high": "9"}]), publish=True)

    run = take(write(tmp_path / "ged231.csv", "ucdp", [{"id": "1", "best": "8", "high": "9"}]), publish=True)

    assert (run.changed, run.published) == (1, 1)
    edition = Edition.objects.order_by("-number")[0]
    assert (edition.number, edition.kind) == (2, "update")
    assert "8" in edition.note
    assert "23.1" in edition.note


def test_a_dry_run_counts_and_stores_nothing(tmp_path: Path) -> None:
    file = write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}, {"id": "2", "best": "many"}])

    run = take(file, dry_run=True)

    assert (run.done, run.new, run.refused) == (2, 1, 1)
    assert not Incident.objects.exists()
    assert not DatasetRow.objects.exists()
