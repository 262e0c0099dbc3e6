"""A row that may be about an incident that is here already is offered to it, and loaded nowhere."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest
from django.core.management import call_command

from incidents.importers.registry import FORMATS
from incidents.load import load
from incidents.models import Actor, DatasetRow, Incident, Offer, Standing
from tests.builders import attack, cited, count, exactly, place, record, source
from tests.environment import ROOT
from tests.incidents.importers.running.files import take, write
from tests.sheets.demo import FOLDER

pytestmark = pytest.mark.django_db

REAL = ROOT.parent / "shared" / "data" / "ucdp_ged_pakistan.csv.gz"
SPOT = {"latitude": 48.5, "longitude": 14.25, "precision": "exact"}


def here(*, date: str = "2014-03-05", kind: str = "settlement", **spot: object) -> Incident:
    """An editor's incident, on the day and at the place of the plain row, but for what is given."""
    around = place("spot", name="Some place", kind=kind, **{**SPOT, **spot})
    return load(record(count(1, exactly(3)), date=date, place="spot", entities=[around]))


def offered(folder: Path, form: str = "ucdp", **cells: str) -> list[str]:
    """The ids of the incidents to which the plain row, but for these cells, is offered."""
    take(write(folder / f"{form}.csv", form, [cells]), form=form)
    return list(Offer.objects.order_by("pk").values_list("incident__key", flat=True))


def test_a_row_near_in_time_and_place_is_offered_and_nothing_of_it_is_loaded(tmp_path: Path) -> None:
    here()

    assert offered(tmp_path, id="1") == ["event-1"]

    row = DatasetRow.objects.get()
    assert (row.standing, row.incident, row.claims) == (Standing.OFFERED, None, {})
    assert Incident.objects.count() == 1
    assert not Actor.objects.filter(key="red-hand").exists()


@pytest.mark.parametrize(
    ("date", "near"),
    [
        ("2014-03-04", True),
        ("2014-03-06", True),
        ("2014-03-03", False),
        ("2014-03", True),
        ("2014", False),
        ("2014-02-20/2014-03-04", True),
    ],
)
def test_days_within_one_of_another_are_near_unless_a_date_is_too_wide(
    tmp_path: Path, date: str, near: bool
) -> None:
    here(date=date)

    assert bool(offered(tmp_path, id="1")) is near


@pytest.mark.parametrize(("latitude", "near"), [(48.7, True), (48.8, False)])
def test_places_within_25_kilometres_are_near(tmp_path: Path, latitude: float, near: bool) -> None:
    here(latitude=latitude)

    assert bool(offered(tmp_path, id="1")) is near


@pytest.mark.parametrize("kind", ["country", "province", "division"])
def test_a_place_that_is_too_wide_matches_nothing(tmp_path: Path, kind: str) -> None:
    here(kind=kind)

    assert offered(tmp_path, id="1") == []


@pytest.mark.parametrize(("day", "near"), [("", True), ("2014-03-05", True), ("2014-03-09", False)])
def test_an_attack_is_near_too_where_the_incident_itself_lies_wide(
    tmp_path: Path, day: str, near: bool
) -> None:
    around = place("mark", name="A whole province", kind="province")
    spot = place("spot", name="Some place", parent="mark", **SPOT)
    struck = attack(1, place="spot", date=day or None)
    over = "2014-03-05/2014-03-09"
    load(record(count(1, exactly(3)), attacks=[struck], date=over, place="mark", entities=[around, spot]))

    assert bool(offered(tmp_path, id="1")) is near


def test_a_row_that_knows_the_country_alone_matches_nothing(tmp_path: Path) -> None:
    here()
    wide = {"where_coordinates": "Ruritania", "adm_1": "", "adm_2": "", "where_prec": "6"}

    assert offered(tmp_path, id="1", **wide) == []


@pytest.mark.parametrize(("kind", "near"), [("bombing", True), ("kidnapping", False), ("unknown", True)])
def test_types_of_attack_that_exclude_one_another_do_not_match(tmp_path: Path, kind: str, near: bool) -> None:
    take(write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}]))
    strelsau = Incident.objects.get().place
    assert strelsau is not None
    mine = attack(1, type=kind)
    load(record(count(1, exactly(3)), attacks=[mine], date="2014-03-05", id="event-2"))
    Incident.objects.filter(key="event-2").update(place=strelsau, date_earliest="2014-03-05")

    assert ("event-2" in offered(tmp_path, "gtd")) is near


def test_another_row_of_the_same_dataset_is_another_event(tmp_path: Path) -> None:
    take(write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}]))

    assert offered(tmp_path, id="2") == []
    assert Incident.objects.count() == 2


def test_a_row_of_another_dataset_is_offered_to_what_was_made_for_a_row(tmp_path: Path) -> None:
    take(write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}]))

    assert offered(tmp_path, "gtd") == ["ucdp-1"]


def test_an_incident_that_another_row_of_the_dataset_joined_is_still_offered(tmp_path: Path) -> None:
    """It was not made for that row: what makes it another event than this one is not known."""
    take(write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}]))
    take(write(tmp_path / "gtd.csv", "gtd", [{"eventid": "201403050009"}]), form="gtd")
    DatasetRow.objects.filter(dataset__publication__key="gtd").update(
        standing=Standing.JOINED, incident=Incident.objects.get()
    )
    Offer.objects.all().delete()

    assert offered(tmp_path, "gtd") == ["ucdp-1"]


def test_a_row_that_an_incident_cites_already_is_offered_to_it_wherever_it_lies(tmp_path: Path) -> None:
    row = source("ucdp-ged-1", kind="dataset_row")
    load(record(count(1, exactly(3)).model_copy(update={"citations": cited("ucdp-ged-1")}), entities=[row]))

    assert offered(tmp_path, id="1") == ["event-1"]


def test_a_second_run_asks_no_second_time(tmp_path: Path) -> None:
    here()
    offered(tmp_path, id="1")
    run = take(tmp_path / "ucdp.csv", publish=True)

    assert (run.offered, run.unchanged, run.published) == (0, 1, 0)
    assert Offer.objects.count() == 1


def test_a_newer_release_of_a_row_that_waits_is_remembered_and_still_waits(tmp_path: Path) -> None:
    here()
    offered(tmp_path, id="1")
    take(write(tmp_path / "ged231.csv", "ucdp", [{"id": "1", "best": "9"}]))

    row = DatasetRow.objects.get()
    assert (row.standing, row.release, Offer.objects.count()) == (Standing.OFFERED, "23.1", 1)
    assert '"best":"9"' in row.raw


@pytest.mark.skipif(not REAL.exists(), reason="the publisher's file is not here")
def test_the_publishers_row_on_mastung_is_offered_to_the_demonstrations_incident(tmp_path: Path) -> None:
    for dossier in sorted(FOLDER.glob("*.yaml")):
        call_command("load_dossier", dossier, verbosity=0)

    take(excerpt(tmp_path / "ged221.csv", day="2018-07"))

    row = DatasetRow.objects.get(external_id="274819")
    assert row.standing == Standing.OFFERED
    assert list(row.offers.values_list("incident__key", flat=True)) == ["m4s8td"]


def excerpt(path: Path, day: str) -> Path:
    """The rows of the publisher's file that begin on days like this."""
    with gzip.open(REAL, "rt", encoding="utf-8", newline="") as given, path.open("w", newline="") as file:
        rows = csv.DictReader(given)
        writer = csv.DictWriter(file, rows.fieldnames or FORMATS["ucdp"].variants[0])
        writer.writeheader()
        writer.writerows(row for row in rows if day in row["date_start"])
    return path
