"""A client that is generated from the OpenAPI document calls the API and understands its answers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from archive.api.root import openapi

PACKAGE = "generated_client"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The package, generated anew."""
    folder = tmp_path_factory.mktemp("client")
    generate(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield PACKAGE


def generate(folder: Path) -> None:
    document, options = folder / "openapi.json", folder / "options.yaml"
    document.write_text(openapi(), encoding="utf-8")
    # The generator leaves it to a formatter to put spaces between words.
    options.write_text(f'post_hooks: ["{sys.executable} -P -m ruff format ."]\n', encoding="utf-8")
    made = subprocess.run(
        [
            *(sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"),
            *("--path", str(document), "--config", str(options), "--output-path", str(folder / PACKAGE)),
        ],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (made.returncode, "arning" in made.stdout + made.stderr) == (0, False), made.stdout + made.stderr


@pytest.fixture
def ask(package: str, live_server: LiveServer, committed: None) -> Iterator[Any]:
    """Calls an operation, such as `incidents.list_incidents`, at a server of the demonstration events."""
    at_server = import_module(f"{package}.client").Client(live_server.url, raise_on_unexpected_status=True)
    with at_server as caller:

        def call(operation: str, *path: Any, **asked: Any) -> Any:
            return import_module(f"{package}.api.{operation}").sync(*path, client=caller, **asked)

        yield call


def test_it_lists_incidents_reads_one_and_its_claims_and_counts_them(ask: Any) -> None:
    listed = ask("incidents.list_incidents", place=["mastung"], killed_min=100)
    incident = ask("incidents.incident", listed.results[0].id)
    claims = [ask("incidents.incident_claim", incident.id, claim.number) for claim in incident.claims]
    counted = ask("statistics.statistics", group_by=[_word("year"), _word("place:province")])

    assert [each.title for each in listed.results] == [incident.title]
    assert {type(claim).__name__ for claim in claims} >= {"QuantityClaimAnswer", "StatementClaimAnswer"}
    assert [claim.number for claim in claims] == [claim.number for claim in incident.claims]
    assert [(group.period.name, group.place.name, group.killed.high) for group in counted.results] == [
        ("2018", "Balochistan", 149),
        ("2024", "Balochistan", 30),
    ]


def test_it_understands_a_refusal(ask: Any) -> None:
    refused = ask("incidents.list_incidents", period="2024-W99")

    assert refused.errors.additional_properties["period"][0].startswith("Give a year, month, week or day")


def _word(text: str) -> Any:
    return import_module(f"{PACKAGE}.models.statistics_group_by_item").StatisticsGroupByItem(text)
