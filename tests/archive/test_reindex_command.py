"""The command that makes the catalogue anew."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from archive import editions
from archive.models import IncidentEntry
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
