"""The examples of the OpenAPI document are what the demonstration events answer, and fit their schemas."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from archive.api.document import examples, exemplary
from tests.archive.api.exemplary import ASKED, answers, publish_the_demonstration

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(client: Client) -> dict[str, Any]:
    return dict(client.get("/api/v1/schema/").json())


def without_sequences(part: Any) -> Any:
    """Without the numbers that the database gives changes, which go on from one test to the next."""
    match part:
        case dict():
            return {
                name: ""
                if name in ("sequence", "next") and "sequence" in str(part)
                else without_sequences(value)
                for name, value in part.items()
            }
        case list():
            return [without_sequences(value) for value in part]
        case _:
            return part


def test_every_example_is_what_the_archive_answers(client: Client) -> None:
    publish_the_demonstration()

    found = answers(client)

    for path, example in examples().items():
        assert without_sequences(example) == without_sequences(found[path]), "run: python -m tests.examples"


def test_every_operation_has_an_example_of_its_answer(document: dict[str, Any]) -> None:
    for path, item in document["paths"].items():
        told = exemplary(item["get"]["responses"]["200"])["examples"]["demonstration"]
        assert "value" in told or told["externalValue"].endswith("/api/v1/schema/record.json"), path

    assert set(examples()) == {f"/api/v1{path}" for path in ASKED}


def test_every_example_fits_its_schema(document: dict[str, Any]) -> None:
    for path, example in examples().items():
        answer = exemplary(document["paths"][path]["get"]["responses"]["200"])
        schema = answer["schema"] | {"components": document["components"]}

        assert [
            error.message for error in Draft202012Validator(schema).iter_errors(example["answer"])
        ] == [], path
        assert answer["examples"]["demonstration"]["value"] == example["answer"]


def test_every_part_of_an_address_has_an_example(document: dict[str, Any]) -> None:
    for path, item in document["paths"].items():
        given = {
            one["name"]: one["example"] for one in item["get"].get("parameters", ()) if one["in"] == "path"
        }
        asked = examples().get(path, {"asked": path})["asked"]

        assert asked.startswith(path.format(**given))


def test_every_link_leads_to_an_operation_with_the_parameters_that_it_takes(document: dict[str, Any]) -> None:
    operations = {item["get"]["operationId"]: item["get"] for item in document["paths"].values()}
    links = [
        link
        for operation in operations.values()
        for link in operation["responses"]["200"].get("links", {}).values()
    ]

    assert links
    for link in links:
        needed = {one["name"] for one in operations[link["operationId"]]["parameters"] if one["in"] == "path"}
        assert set(link["parameters"]) == needed
