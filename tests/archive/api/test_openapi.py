"""The API documents itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from drf_spectacular.validation import validate_schema

from archive.api.root import RESOURCES
from archive.filters import IncidentFilters
from archive.record import record_schema

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

    assert parameters == {*IncidentFilters.base_filters, "cursor", "page_size", "excel", "end"}


def test_every_format_of_a_list_is_documented(document: dict[str, Any]) -> None:
    answers = document["paths"][f"{API}/incidents/"]["get"]["responses"]["200"]["content"]
    formats = {"text/csv", "application/x-ndjson", "application/geo+json", "application/vnd.apache.parquet"}

    assert answers.keys() >= {"application/json", *formats}
    assert {f"{API}/citations.{{ending}}", f"{API}/figures.{{ending}}"} <= document["paths"].keys()


def test_the_root_leads_to_every_list(client: Client) -> None:
    resources = client.get(f"{API}/").json()

    for name in RESOURCES:
        assert client.get(resources[name].removeprefix(settings.SITE_URL)).status_code == 200


def test_the_written_schema_of_records_is_the_one_that_is_served(client: Client) -> None:
    written = Path(settings.BASE_DIR, "static", "record.schema.json").read_bytes()

    assert written == record_schema(), "run: manage.py record_schema > static/record.schema.json"
    assert client.get(f"{API}/schema/record.json").content == written


def test_the_interactive_documentation_needs_no_other_site(client: Client) -> None:
    answer = client.get(f"{API}/docs/")

    assert answer.status_code == 200
    assert "http" not in answer.content.decode().replace(settings.SITE_URL, "")
    assert "'unsafe-inline'" not in answer["Content-Security-Policy"].split("script-src")[1].split(";")[0]
