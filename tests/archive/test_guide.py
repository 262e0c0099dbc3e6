"""Each program of the page on how to begin is run as the page shows it, against a real server."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.test import Client

from archive.guide import SNIPPETS, Snippet
from tests.archive.api.serving import serving
from tests.archive.api.test_served_files import duckdb_that_reads_addresses
from tests.archive.pages.markup import Page
from tests.archive.published import publish
from tests.builders import count, exactly, record

BY_TOOL = {snippet.tool: snippet for snippet in SNIPPETS}


@pytest.fixture
def server(committed: None) -> Iterator[str]:
    """Beside the demonstration's events one on whose dead two sources disagree."""
    publish(record(count(1, exactly(3)), count(2, exactly(9), "s2"), id="disputed"))
    with serving() as address:
        yield address


def run(command: list[str], program: str, folder: Path) -> str:
    """What the program says; it must end well."""
    done = subprocess.run([*command, program], cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_curl(server: str, tmp_path: Path) -> None:
    run(["bash", "-e", "-c"], BY_TOOL["curl"].text(server), tmp_path)

    assert "k7m2qa" in (tmp_path / "incidents.csv").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "incident.json").read_bytes())["id"] == "k7m2qa"
    assert json.loads((tmp_path / "changes.json").read_bytes())["results"]


def test_pandas(server: str, tmp_path: Path) -> None:
    said = run([sys.executable, "-c"], BY_TOOL["pandas"].text(server), tmp_path)

    assert "2024" in said
    assert "149" in said


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not installed: apt-get install r-base-core")
def test_r(server: str, tmp_path: Path) -> None:
    said = run(["Rscript", "-e"], BY_TOOL["R"].text(server), tmp_path)

    assert "2024" in said
    assert "self_claimed" in said


def test_duckdb(server: str) -> None:
    database = duckdb_that_reads_addresses()
    first, second = (
        database.execute(query).fetchall() for query in BY_TOOL["DuckDB"].text(server).split(";\n\n")
    )

    assert {row[0] for row in first} == ids(f"{server}/api/v1/incidents/?disputed=killed") != set()
    assert sum(row[1] for row in second) == len(lines(f"{server}/api/v1/claims.ndjson?property=killed"))


def test_the_address_for_qgis_answers_with_points(server: str) -> None:
    found = json.loads(read(f"{server}/api/v1/incidents.geojson"))

    assert {each["geometry"]["type"] for each in found["features"] if each["geometry"]} == {"Point"}


def read(address: str) -> bytes:
    with urlopen(address) as answer:
        body: bytes = answer.read()
    return body


def ids(address: str) -> set[str]:
    return {each["id"] for each in json.loads(read(address))["results"]}


def lines(address: str) -> list[bytes]:
    return read(address).splitlines()


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.tool)
def test_the_page_shows_each_program_with_the_archives_own_address(client: Client, snippet: Snippet) -> None:
    shown = Page(client.get("/about/using/").content.decode()).text

    assert "archive.example" not in shown
    assert " ".join(snippet.text("http://127.0.0.1:8000").split()) in " ".join(shown.split())
