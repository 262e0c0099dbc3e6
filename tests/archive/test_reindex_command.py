"""The command that makes the catalogue anew."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from archive import catalogue, editions
from archive.models import IncidentEntry, SearchEntry
from tests.builders import record

pytestmark = pytest.mark.django_db


def run(*options: str) -> str:
    out = StringIO()
    call_command("reindex", *options, stdout=out)
    return out.getvalue()


def test_it_stores_what_is_missing_and_then_finds_the_catalogue_right() -> None:
    editions.append(record())

    run()

    assert IncidentEntry.objects.count() == 1
    assert run("--check") == "The catalogue is right.\n"


def test_the_check_fails_and_stores_nothing_where_something_differs() -> None:
    editions.append(record())

    with pytest.raises(CommandError, match="3 differences"):
        run("--check")
    assert not IncidentEntry.objects.exists()


def test_the_search_alone_is_made_anew() -> None:
    catalogue.index(editions.append(record()))
    SearchEntry.objects.update(title="stale")

    assert run("--search").splitlines() == [
        "search of incidents: 1 × SearchEntry missing or stale",
        "search of incidents: 1 × SearchEntry should not be there",
        "2 differences mended.",
    ]
    assert run("--search") == "The search is right.\n"
