"""An incident with a dataset's row that is deleted at the desk and brought back is that row's again."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.figures import figure
from archive.models import Edition
from archive.vocabulary import Property
from incidents.build import build
from incidents.importers.running.deciding import ask_again, join
from incidents.licences import forbidden
from incidents.models import DatasetRow, Import, Incident, Snapshot, Standing
from incidents.restoring import restore
from tests.incidents.desk import at_the_desk
from tests.incidents.importers.running.files import take, write
from tests.incidents.importers.running.waiting import a_waiting_row, here_already

pytestmark = pytest.mark.django_db

KEY = "ucdp-1"


def released(folder: Path, killed: int, name: str) -> Import:
    """A release in which the event's row says so many."""
    number = str(killed)
    row = {"id": "1", "low": number, "best": number, "high": number}
    return take(write(folder / f"{name}.csv", "ucdp", [row]))


def delete(incident: Incident) -> None:
    curator = at_the_desk("curator")
    assert curator.post(f"/desk/incidents/incident/{incident.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Incident.objects.filter(key=incident.key).exists()


def bring_back(key: str = KEY) -> Incident:
    """The incident as it was before it was deleted."""
    before = Snapshot.objects.of("incidents", key).exclude(text="").first()
    assert before is not None
    restore(before, by=None)
    return Incident.objects.get(key=key)


def killed(incident: Incident) -> int | None:
    return figure(build(incident), Property.KILLED).best


def test_the_next_release_revises_it(tmp_path: Path) -> None:
    released(tmp_path, 7, "ged221")
    delete(Incident.objects.get())
    incident = bring_back()
    assert DatasetRow.objects.get().incident == incident

    run = released(tmp_path, 8, "ged231")
    assert (run.changed, killed(Incident.objects.get())) == (1, 8)
    assert "an editor" not in "".join(DatasetRow.objects.get().flags)


def test_the_rows_of_other_incidents_stay_as_they_are(tmp_path: Path) -> None:
    take(write(tmp_path / "ged221.csv", "ucdp", [{"id": "1"}, {"id": "2"}]))
    other = DatasetRow.objects.get(external_id="2")
    delete(Incident.objects.get(key=KEY))
    bring_back()

    now = DatasetRow.objects.get(pk=other.pk)
    assert (now.incident, now.digest) == (other.incident, other.digest)


def test_a_release_that_came_meanwhile_revises_it_once_it_is_back(tmp_path: Path) -> None:
    released(tmp_path, 7, "ged221")
    delete(Incident.objects.get())
    released(tmp_path, 8, "ged231")
    assert killed(bring_back()) == 7

    released(tmp_path, 8, "ged231")
    row = DatasetRow.objects.get()
    assert (killed(Incident.objects.get()), row.release) == (8, "23.1")
    assert "an editor" not in "".join(row.flags)


def test_as_long_as_it_is_deleted_a_release_changes_nothing_twice(tmp_path: Path) -> None:
    released(tmp_path, 7, "ged221")
    delete(Incident.objects.get())
    first, second = (released(tmp_path, 8, "ged231") for _ in range(2))

    assert (first.changed, second.changed, second.unchanged) == (1, 0, 1)
    assert not Incident.objects.exists()


def test_what_a_row_joined_is_its_own_again_with_the_same_claims(tmp_path: Path) -> None:
    incident = here_already()
    row = a_waiting_row(tmp_path)
    join(row, incident, by=None)
    claims = DatasetRow.objects.get().claims
    delete(incident)
    back = bring_back("event-1")

    found = DatasetRow.objects.get()
    assert (found.incident, found.standing, found.claims) == (back, Standing.JOINED, claims)
    released(tmp_path, 8, "ged231")
    assert back.claims.get(number=claims["killed"]).best == 8


def test_a_row_that_was_decided_otherwise_meanwhile_stays_where_it_is(tmp_path: Path) -> None:
    incident = here_already()
    row = a_waiting_row(tmp_path)
    row.offers.create(incident=here_already("event-2"))
    join(row, incident, by=None)
    delete(incident)
    ask_again(row)
    join(row, Incident.objects.get(key="event-2"), by=None)
    bring_back("event-1")

    assert DatasetRow.objects.get().incident == Incident.objects.get(key="event-2")


def test_brought_back_it_is_still_under_its_datasets_licence(tmp_path: Path) -> None:
    take(write(tmp_path / "acled.csv", "acled", [{}]), "acled")
    delete(Incident.objects.get())
    record = build(bring_back(Snapshot.objects.filter(subject="incidents").latest("pk").key))

    assert record.id in forbidden([record.model_copy(update={"sources": ()})])
    assert not Edition.objects.exists()
