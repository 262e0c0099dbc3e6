"""What is made for programs can be read from pages of other sites; pages and the desk cannot."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.archive.events import balochistan
from tests.archive.published import publish

pytestmark = pytest.mark.django_db

ELSEWHERE = {"Origin": "https://notebook.example"}


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/incidents/",
        "/api/v1/incidents/none/",
        "/api/v1/incidents/?killed_min=many",
        "/incidents/k7m2qa.geojson",
        "/incidents/k7m2qa.csl.json",
        "/incidents.csv",
        "/incidents.ndjson",
        "/api/v1/claims.csv",
        "/api/v1/incidents/k7m2qa/figures.parquet",
    ],
)
def test_any_site_may_read_data_and_refusals(client: Client, path: str) -> None:
    publish(balochistan())

    assert client.get(path, headers=ELSEWHERE)["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["/", "/incidents/", "/desk/login/", "/desk/none.json", "/healthz"])
def test_no_other_site_may_read_pages_or_the_desk(client: Client, path: str) -> None:
    assert "Access-Control-Allow-Origin" not in client.get(path, headers=ELSEWHERE)


def test_a_browser_that_asks_first_is_told_that_it_may_read_and_not_write(client: Client) -> None:
    asked = {**ELSEWHERE, "Access-Control-Request-Method": "GET"}

    answer = client.options("/api/v1/incidents/", headers=asked)

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "Access-Control-Allow-Credentials" not in answer


def test_a_script_may_read_how_many_rows_a_file_has(client: Client) -> None:
    answer = client.get("/api/v1/incidents.csv", headers=ELSEWHERE)

    assert answer["Row-Count"] == "0"
    assert "Row-Count" in answer["Access-Control-Expose-Headers"]


def test_a_script_may_read_the_tag_of_an_answer(client: Client) -> None:
    answer = client.get("/api/v1/incidents/", headers=ELSEWHERE)

    assert "ETag" in answer["Access-Control-Expose-Headers"]
