"""What an editor decides on rows that may be about incidents that are here already."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.vocabulary import Property
from incidents.build import build
from incidents.importers.running.deciding import NotDecidable, ask_again, is_undone, join, stand_alone
from incidents.models import DatasetRow, Incident, Snapshot, Standing
from incidents.restoring import restore
from tests.incidents.desk import person
from tests.incidents.importers.running.files import take, write
from tests.incidents.importers.running.waiting import a_waiting_row, here_already

pytestmark = pytest.mark.django_db


def killed(incident: Incident) -> list[int | None]:
    """The best numbers of all claims on those killed, in the page's order."""
    return [claim.value.best for claim in build(incident).claims if claim.property is Property.KILLED]


def newer(folder: Path, **cells: str) -> None:
    """A later release with another number."""
    cells = {"id": "1", "best": "9", "low": "9", "high": "9"} | cells
    take(write(folder / "ged231.csv", "ucdp", [cells]))


def test_a_row_near_an_incident_waits_and_brings_no_incident_of_its_own(tmp_path: Path) -> None:
    here = here_already()
    row = a_waiting_row(tmp_path)

    assert row.standing == Standing.OFFERED
    assert [offer.incident for offer in row.offers.all()] == [here]
    assert Incident.objects.count() == 1


def test_joined_the_rows_claims_stand_beside_the_incidents_own(tmp_path: Path) -> None:
    here = here_already()
    editor = person("editor")
    join(a_waiting_row(tmp_path), here, by=editor)

    row = DatasetRow.objects.get()
    assert (row.standing, row.incident) == (Standing.JOINED, here)
    assert killed(here) == [3, 7]
    assert row.claims["killed"] in {claim.number for claim in here.claims.all()}
    assert build(here).title == "An event"
    assert Snapshot.objects.filter(key=here.key, by=editor).count() == 1


def test_a_later_release_revises_the_claims_on_the_joined_incident(tmp_path: Path) -> None:
    here = here_already()
    join(a_waiting_row(tmp_path), here, by=None)
    newer(tmp_path)

    assert killed(here) == [3, 9]
    assert DatasetRow.objects.get().standing == Standing.JOINED


def test_a_row_of_its_own_becomes_an_incident_and_later_releases_revise_it(tmp_path: Path) -> None:
    here = here_already()
    own = stand_alone(a_waiting_row(tmp_path), by=None)
    newer(tmp_path)

    assert own.key == "ucdp-1"
    assert killed(own) == [9]
    assert killed(here) == [3]
    assert DatasetRow.objects.get().standing == Standing.OWN


def test_a_row_that_waits_goes_on_waiting_when_a_later_release_changes_it(tmp_path: Path) -> None:
    here = here_already()
    row = a_waiting_row(tmp_path)
    newer(tmp_path)
    row.refresh_from_db()
    assert row.standing == Standing.OFFERED
    join(row, here, by=None)

    assert killed(here) == [3, 9]


def test_a_row_is_decided_on_once(tmp_path: Path) -> None:
    here = here_already()
    row = a_waiting_row(tmp_path)
    join(row, here, by=None)

    with pytest.raises(NotDecidable, match="meanwhile"):
        stand_alone(row, by=None)


def test_a_row_is_joined_only_to_what_was_offered(tmp_path: Path) -> None:
    here_already()
    row = a_waiting_row(tmp_path)
    other = here_already("event-2", date="1999-01-01")

    with pytest.raises(NotDecidable, match="not offered"):
        join(row, other, by=None)


def test_an_earlier_state_of_the_incident_undoes_the_joining_and_no_release_repeats_it(
    tmp_path: Path,
) -> None:
    here = here_already()
    row = a_waiting_row(tmp_path)
    join(row, here, by=None)
    restore(Snapshot.objects.filter(key=here.key).order_by("pk")[0], by=None)
    newer(tmp_path)

    row.refresh_from_db()
    assert killed(here) == [3]
    assert row.standing == Standing.JOINED
    assert is_undone(row)


def test_once_undone_the_row_can_wait_again(tmp_path: Path) -> None:
    here = here_already()
    row = a_waiting_row(tmp_path)
    join(row, here, by=None)
    with pytest.raises(NotDecidable, match="at the desk"):
        ask_again(row)
    restore(Snapshot.objects.filter(key=here.key).order_by("pk")[0], by=None)
    ask_again(row)

    join(DatasetRow.objects.waiting().get(), here, by=None)
    assert killed(here) == [3, 7]


def test_a_deleted_incident_leaves_its_row_behind_and_no_import_brings_it_back(tmp_path: Path) -> None:
    take(write(tmp_path / "ged221.csv", "ucdp", [{"id": "1"}]))
    Incident.objects.get().delete()
    take(write(tmp_path / "again.csv", "ucdp", [{"id": "1"}]))
    newer(tmp_path)

    assert DatasetRow.objects.get().incident is None
    assert not Incident.objects.exists()
