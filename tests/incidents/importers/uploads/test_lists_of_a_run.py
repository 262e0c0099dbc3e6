"""What a run's page lists of its rows is found without looking at all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from incidents.models import DatasetRow, Import
from tests.incidents.desk import at_the_desk
from tests.incidents.importers.running.files import take, write

pytestmark = pytest.mark.django_db

ODD = {"low": "5", "best": "3", "high": "4"}


def page(run: Import, role: str = "editor") -> str:
    address = f"/desk/incidents/import/{run.pk}/change/"
    return at_the_desk(role).get(address).content.decode()


def test_rows_that_are_odd_are_listed_and_no_others(tmp_path: Path) -> None:
    text = page(take(write(tmp_path / "ged.csv", "ucdp", [{"id": "77"}, {"id": "88", **ODD}])))

    listed = text.partition("Flagged as odd, and kept as they are</h2>")[2]
    assert ">88</a>" in listed
    assert ">77</a>" not in listed


def test_a_row_that_is_odd_no_more_is_not_listed(tmp_path: Path) -> None:
    take(write(tmp_path / "ged221.csv", "ucdp", [{"id": "88", **ODD}]))
    assert DatasetRow.objects.get().is_flagged
    take(write(tmp_path / "ged231.csv", "ucdp", [{"id": "88"}]))

    assert not DatasetRow.objects.get().is_flagged


def test_rows_that_vanished_are_listed_by_the_run_that_met_them_last(tmp_path: Path) -> None:
    take(write(tmp_path / "ged211.csv", "ucdp", [{"id": "77"}, {"id": "88"}, {"id": "99"}]))
    take(write(tmp_path / "ged221.csv", "ucdp", [{"id": "77"}, {"id": "99"}]))
    text = page(take(write(tmp_path / "ged231.csv", "ucdp", [{"id": "99"}])))

    listed = text.partition("Rows of earlier files that this one has not</h2>")[2]
    assert listed.index(">88</a>") < listed.index(">77</a>")
    assert ">99</a>" not in listed


def test_a_run_takes_the_same_queries_for_few_rows_and_for_many(tmp_path: Path) -> None:
    few = take(write(tmp_path / "few.csv", "ucdp", [{"id": "1", **ODD}, {"id": "x"}]))
    rows = [{"id": str(number), **ODD} for number in range(10, 30)]
    many = take(write(tmp_path / "many.csv", "ucdp", [*rows, {"id": "y"}]))
    Import.objects.filter(pk=few.pk).update(vanished=1)
    page(few, "contributor")

    assert queries(few, "reviewer") == queries(many, "curator")


def queries(run: Import, role: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        page(run, role)
    return len(captured)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads small tables as a whole")
def test_each_list_has_an_index_of_its_own(tmp_path: Path) -> None:
    run = take(write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}]))
    ours, rows = DatasetRow.objects.filter(seen=run).order_by("pk"), DatasetRow.objects

    assert uses(ours.filter(is_flagged=True)) == ["desk_row_flagged"]
    assert uses(ours.filter(standing="offered")) == ["desk_row_waiting_of"]
    assert uses(rows.vanished_before(run).order_by("seen_id", "pk")) == ["desk_row_seen"]
    assert uses(rows.of_deleted("ucdp-1").order_by()) == ["desk_row_let_go"]


def uses(rows: QuerySet[DatasetRow]) -> list[str]:
    """The indexes by which the database finds the rows, where it neither scans nor sorts."""
    plan = rows[:50].explain()
    assert "SCAN" not in plan, plan
    assert "TEMP B-TREE" not in plan, plan
    return [line.partition("INDEX ")[2].split()[0] for line in plan.splitlines() if "INDEX" in line]
