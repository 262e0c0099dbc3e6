"""The API documents itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from drf_spectacular.validation import validate_schema

from archive.api.describe import ANY_OF
from archive.api.incidents import Incidents
from archive.api.root import RESOURCES
from archive.filters import DatedFilters
from archive.record import record_schema
from tests.archive.events import balochistan
from tests.archive.published import publish

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.fixture
def document(client: Client) -> dict[str, Any]:
    return dict(client.get(f"{API}/schema/").json())


def operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(path, item["get"]) for path, item in document["paths"].items()]


def test_the_document_is_valid_openapi_3_1(document: dict[str, Any]) -> None:
    validate_schema(document)  # type: ignore[no-untyped-call]
    assert document["openapi"].startswith("3.1")


def test_every_operation_says_what_it_answers(document: dict[str, Any]) -> None:
    for path, operation in operations(document):
        content = operation["responses"]["200"]["content"]
        assert all(each["schema"] for each in content.values()), path
        assert ("{ending}" in path) != ("application/json" in content), path


def test_every_operation_has_a_name_of_its_own(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, operation in operations(document)]

    assert len(set(names)) == len(names)


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    def references(part: Any) -> set[str]:
        match part:
            case dict():
                own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
                return own.union(*(references(value) for value in part.values()))
            case list():
                return set().union(*(references(value) for value in part))
            case _:
                return set()

    known = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert references(document) <= known


def test_every_filter_is_documented(document: dict[str, Any]) -> None:
    parameters = {one["name"] for one in document["paths"][f"{API}/incidents/"]["get"]["parameters"]}

    assert parameters == {*DatedFilters.base_filters, *Incidents.known(), "excel", "end"}


def test_every_format_of_a_list_is_documented(document: dict[str, Any]) -> None:
    answers = document["paths"][f"{API}/incidents/"]["get"]["responses"]["200"]["content"]
    formats = {"text/csv", "application/x-ndjson", "application/geo+json", "application/vnd.apache.parquet"}

    assert answers.keys() >= {"application/json", *formats}
    assert "killed_low" in document["paths"][f"{API}/incidents/"]["get"]["description"]
    assert {f"{API}/figures.{{ending}}"} <= document["paths"].keys()


def test_the_document_says_that_repeated_keys_mean_any_of_them(document: dict[str, Any]) -> None:
    parameters = document["paths"][f"{API}/incidents/"]["get"]["parameters"]
    several = [one for one in parameters if one.get("explode") is True]

    assert {one["name"] for one in several} >= {"place", "actor", "type", "claimant_kind", "language"}
    assert all(one["description"].endswith(ANY_OF) for one in several)


@pytest.mark.parametrize("name", [name for name in RESOURCES if name != "statistics"])
def test_every_order_and_part_that_is_documented_can_be_had(
    client: Client, document: dict[str, Any], name: str
) -> None:
    publish(balochistan())
    parameters = {one["name"]: one for one in document["paths"][f"{API}/{name}/"]["get"]["parameters"]}
    orders = parameters["ordering"]["schema"]["enum"]
    whole = parameters["expand"]["schema"]["items"]["enum"] if "expand" in parameters else []
    fields = parameters["fields"]["schema"]["items"]["enum"]

    questions = [*(f"ordering={one}" for one in orders), *(f"expand={one}" for one in whole)]
    for question in [*questions, f"fields={','.join(fields)}"]:
        answer = client.get(f"{API}/{name}/?{question}")
        assert (answer.status_code, answer.json()["previous"]) == (200, None), question


def test_the_root_leads_to_every_list(client: Client) -> None:
    resources = client.get(f"{API}/").json()

    for name in RESOURCES:
        assert client.get(resources[name].removeprefix(settings.SITE_URL)).status_code == 200


def test_the_root_leads_to_the_tables_and_each_is_where_it_says(client: Client) -> None:
    package = client.get(client.get(f"{API}/").json()["tables"].removeprefix(settings.SITE_URL)).json()

    for table in package["resources"]:
        names = ",".join(field["name"] for field in table["schema"]["fields"])
        answer = client.get(table["path"].removeprefix(settings.SITE_URL))
        assert answer.getvalue().decode() == f"{names}\r\n"


def test_the_written_schema_of_records_is_the_one_that_is_served(client: Client) -> None:
    written = Path(settings.BASE_DIR, "static", "record.schema.json").read_bytes()

    assert written == record_schema(), "run: manage.py record_schema > static/record.schema.json"
    assert client.get(f"{API}/schema/record.json").content == written


def test_the_interactive_documentation_needs_no_other_site(client: Client) -> None:
    answer = client.get(f"{API}/docs/")

    assert answer.status_code == 200
    assert "http" not in answer.content.decode().replace(settings.SITE_URL, "")
    assert "unsafe" not in answer["Content-Security-Policy"]
