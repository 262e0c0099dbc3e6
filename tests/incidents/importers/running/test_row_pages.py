"""The desk's pages of rows: what they say, where their claims are, and an editor's word on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from incidents.models import Dataset, DatasetRow, Incident, Standing
from tests.incidents.desk import at_the_desk
from tests.incidents.importers.running.files import take, write
from tests.incidents.importers.running.waiting import a_waiting_row, here_already

pytestmark = pytest.mark.django_db


def page_of(row: DatasetRow) -> str:
    return f"/desk/incidents/datasetrow/{row.pk}/change/"


def decide(client: Client, row: DatasetRow, word: object) -> str:
    address = page_of(row).replace("change", "decide")
    return str(client.post(address, {"word": word}, follow=True).content.decode())


def read(client: Client, address: str) -> str:
    return str(client.get(address).content.decode())


def test_a_row_that_waits_stands_beside_what_it_may_be_about(tmp_path: Path) -> None:
    here = here_already()
    row = a_waiting_row(tmp_path)
    text = read(at_the_desk("editor"), page_of(row))

    assert "These are claims on this incident" in text
    assert f"/desk/incidents/incident/{here.pk}/change/" in text
    assert "<td>7</td>" in text
    assert "<td>3</td>" in text


def test_the_editors_word_is_taken(tmp_path: Path) -> None:
    here = here_already()
    row = a_waiting_row(tmp_path)
    text = decide(at_the_desk("editor"), row, here.pk)

    row.refresh_from_db()
    assert (row.standing, row.incident) == (Standing.JOINED, here)
    assert "which is a draft now" in text


def test_a_row_becomes_an_incident_of_its_own_by_a_word(tmp_path: Path) -> None:
    here_already()
    row = a_waiting_row(tmp_path)
    decide(at_the_desk("editor"), row, "own")

    assert Incident.objects.filter(key="ucdp-1").exists()


@pytest.mark.parametrize("word", ["", "abc", "0", "9" * 30, "again", "\u0663"])
def test_a_word_that_makes_no_sense_changes_nothing(tmp_path: Path, word: str) -> None:
    here_already()
    row = a_waiting_row(tmp_path)
    decide(at_the_desk("editor"), row, word)

    row.refresh_from_db()
    assert row.standing == Standing.OFFERED


def test_a_contributor_reads_the_row_and_decides_nothing(tmp_path: Path) -> None:
    here_already()
    row = a_waiting_row(tmp_path)

    assert "These are claims" not in read(at_the_desk("contributor"), page_of(row))


def test_the_row_is_shown_as_it_was_read_with_its_claims(tmp_path: Path) -> None:
    take(write(tmp_path / "ged221.csv", "ucdp", [{"id": "1", "side_b": "<b>Red</b> Hand"}]))
    row = DatasetRow.objects.get()
    text = read(at_the_desk("contributor"), page_of(row))

    assert "&lt;b&gt;Red&lt;/b&gt; Hand" in text
    assert "claim 1</a>" in text


def test_an_incidents_page_leads_to_the_rows_that_its_claims_come_from(tmp_path: Path) -> None:
    take(write(tmp_path / "ged221.csv", "ucdp", [{"id": "1"}]))
    row = DatasetRow.objects.get()
    text = read(at_the_desk("editor"), f"/desk/incidents/incident/{row.incident_id}/change/")

    assert text.count(page_of(row)) == len(row.claims) + 1


def test_an_incidents_page_tells_of_rows_that_may_be_about_it(tmp_path: Path) -> None:
    here = here_already()
    row = a_waiting_row(tmp_path)
    text = read(at_the_desk("editor"), f"/desk/incidents/incident/{here.pk}/change/")

    assert page_of(row) in text.partition("Dataset rows</h2>")[2]


def test_what_a_licence_forbids_to_publish_is_said_before_the_word_is_given(tmp_path: Path) -> None:
    here_already()
    row = a_waiting_row(tmp_path)
    Dataset.objects.update(redistributable=False)

    assert "cannot be published" in read(at_the_desk("editor"), page_of(row))


def test_the_first_page_tells_of_rows_that_wait(tmp_path: Path) -> None:
    here_already()
    row = a_waiting_row(tmp_path)

    assert page_of(row) in read(at_the_desk("editor"), "/desk/")


def test_a_row_is_found_by_its_id(tmp_path: Path) -> None:
    take(write(tmp_path / "ged221.csv", "ucdp", [{"id": "1"}, {"id": "12"}]))

    text = read(at_the_desk("editor"), "/desk/incidents/datasetrow/?q=12")
    assert "1 dataset row" in text


def queries(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    "page", ["datasetrow/", "datasetrow/?standing=offered", "import/", "import/{run}/change/"]
)
def test_a_page_takes_the_same_queries_for_few_rows_and_for_many(tmp_path: Path, page: str) -> None:
    client = at_the_desk("editor")
    odd = {"low": "9", "best": "7", "high": "8"}
    take(write(tmp_path / "first.csv", "ucdp", [{"id": "0"}]))
    run = take(write(tmp_path / "ged.csv", "ucdp", [{"id": "1", **odd}, {"id": "2", "best": "x"}]))
    address = f"/desk/incidents/{page.format(run=run.pk)}"
    client.get(address)
    few = queries(client, address)
    more = [{"id": str(n), **odd} for n in range(3, 12)]
    run = take(
        write(tmp_path / "more.csv", "ucdp", [*more, *({"id": str(n), "best": "x"} for n in range(20, 25))])
    )
    DatasetRow.objects.filter(external_id__in=["5", "6"]).update(standing=Standing.OFFERED, incident=None)

    assert queries(client, f"/desk/incidents/{page.format(run=run.pk)}") == few
