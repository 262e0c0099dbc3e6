"""Rows of datasets follow their claims when incidents are merged, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.vocabulary import Property
from incidents.build import build
from incidents.importers.running.deciding import join
from incidents.load import load
from incidents.merging import merge_incidents, part_incidents
from incidents.models import DatasetRow, Incident, Merge, Standing
from tests.builders import count, exactly, record
from tests.incidents.importers.running.files import take, write
from tests.incidents.importers.running.waiting import a_waiting_row, here_already

pytestmark = pytest.mark.django_db


def release(folder: Path, name: str, best: str) -> None:
    take(write(folder / f"{name}.csv", "ucdp", [{"id": "1", "best": best, "low": best, "high": best}]))


def merged(folder: Path) -> Merge:
    """The incident of an imported row, merged into one of the press."""
    release(folder, "ged221", "7")
    into = load(record(count(1, exactly(3)), id="event-1"))
    return merge_incidents(Incident.objects.get(key="ucdp-1"), into, by=None)


def killed(key: str) -> list[int | None]:
    claims = build(Incident.objects.get(key=key)).claims
    return [claim.value.best for claim in claims if claim.property is Property.KILLED]


def test_a_row_joins_the_incident_that_its_own_was_merged_into(tmp_path: Path) -> None:
    merged(tmp_path)

    row = DatasetRow.objects.get()
    whole = Incident.objects.get(key="event-1")
    assert (row.incident, row.standing) == (whole, Standing.JOINED)
    assert set(row.claims.values()) <= {claim.number for claim in whole.claims.all()}


def test_a_later_release_revises_the_claims_where_they_are_now(tmp_path: Path) -> None:
    merged(tmp_path)
    release(tmp_path, "ged231", "9")

    assert killed("event-1") == [3, 9]
    assert build(Incident.objects.get(key="event-1")).title == "An event"


def test_undone_the_row_stands_on_its_own_incident_again(tmp_path: Path) -> None:
    release(tmp_path, "ged221", "7")
    before = DatasetRow.objects.get().claims
    into = load(record(count(1, exactly(3)), id="event-1"))
    part_incidents(merge_incidents(Incident.objects.get(key="ucdp-1"), into, by=None), by=None)

    row = DatasetRow.objects.get()
    assert row.incident is not None
    assert (row.incident.key, row.standing, row.claims) == ("ucdp-1", Standing.OWN, before)
    release(tmp_path, "ged231", "9")
    assert killed("ucdp-1") == [9]


def test_a_row_that_waits_is_offered_the_incident_that_is_left(tmp_path: Path) -> None:
    here = here_already()
    row = a_waiting_row(tmp_path)
    other = load(record(count(1, exactly(5)), id="event-2"))
    done = merge_incidents(here, other, by=None)
    assert [offer.incident.key for offer in row.offers.all()] == ["event-2"]

    part_incidents(done, by=None)
    assert [offer.incident.key for offer in row.offers.all()] == ["event-1"]


def test_a_row_that_was_joined_follows_too(tmp_path: Path) -> None:
    here = here_already()
    join(a_waiting_row(tmp_path), here, by=None)
    other = load(record(count(1, exactly(5)), id="event-2"))
    merge_incidents(here, other, by=None)
    release(tmp_path, "ged231", "9")

    assert sorted(number or 0 for number in killed("event-2")) == [3, 5, 9]


def test_a_merge_of_before_rows_were_kept_is_undone_as_ever() -> None:
    into = load(record(count(1, exactly(3)), id="event-1"))
    done = merge_incidents(load(record(count(1, exactly(4)), id="event-2")), into, by=None)
    done.moved = {name: done.moved[name] for name in ("claims", "attacks", "forerunners")}
    done.save()
    part_incidents(done, by=None)

    assert killed("event-2") == [4]
