"""Drafts, waiting changes, retracted incidents and redacted editions are told nowhere, however one asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from archive import editions
from archive.api.views import ListView
from archive.filters.fields import KeysFilter, WordFilter, WordsFilter
from archive.models import Edition
from archive.record import Record
from incidents.load import load
from incidents.publishing import publish
from tests.archive.reference.worlds import VALUES
from tests.builders import actor, attack, count, exactly, happened_at, place, record, source, statement
from tests.incidents.public_addresses import in_every_language, lists, said

pytestmark = pytest.mark.django_db

#: Stands in every text of what is closed, and nowhere else.
TRACE = "quondam"
#: The closed incidents; and one that is open, whose first edition and next change are closed.
DRAFT, RETRACTED, OPEN = "never-published", "withdrawn", "open"
#: How the keys of their sources, places and actors end.
PARTS = {"sources": "-source", "places": "-place", "actors": "-actor"}


def telling(key: str, trace: str = "") -> Record:
    """An incident in every text of which the trace stands."""
    return record(
        count(1, exactly(3), f"{key}-source", stated=f"three {trace}"),
        statement(2, f"Something happened {trace}.", f"{key}-source"),
        happened_at(3, f"{key}-place", f"{key}-source"),
        id=key,
        title=f"An incident {trace}".strip(),
        place=f"{key}-place",
        attacks=[attack(1, place=f"{key}-place")],
        entities=[
            source(f"{key}-source", "2024-02-07", title=f"A report {trace}"),
            place(f"{key}-place", name=f"A town {trace}"),
            actor(f"{key}-actor", name=f"A group {trace}"),
        ],
    )


@pytest.fixture
def closed(tmp_path: Path, settings: Settings) -> None:
    """A draft, an incident retracted after a release, one with a redacted edition and a waiting change."""
    settings.RELEASES_DIR = tmp_path
    load(telling(DRAFT, TRACE))
    publish(load(telling(RETRACTED, TRACE)), by=None)
    publish(load(telling(OPEN, TRACE)), by=None)
    publish(load(telling(OPEN)), by=None)
    call_command("release", "1", verbosity=0)
    call_command("retract", RETRACTED, reason="It never happened.")
    editions.redact(Edition.objects.get(incident=OPEN, number=1), reason="A court asked for it.")
    load(telling(OPEN, TRACE))


def questions(view: type[ListView]) -> Iterator[str]:
    """Every parameter of the list with values that it takes, the keys of what is closed among them."""
    yield from (urlencode({"ordering": order}) for order in view.orders)
    yield from (urlencode({"expand": part}) for part in view.expansions)
    yield from ("count=1", "known_at=2030-01-01", "rule=span", f"q={TRACE}", "end=1", "excel=1")
    for name, one in view.filters.base_filters.items():
        yield from (urlencode({name: value}) for value in _values(name, one))


def _values(name: str, one: Any) -> Sequence[str]:
    if isinstance(one, WordsFilter | WordFilter):
        return [word.value for word in one.words][:2]
    if isinstance(one, KeysFilter):
        part = PARTS.get(getattr(one.extra["model"], "listed_as", ""), "")
        return [f"{key}{part}" for key in (DRAFT, RETRACTED, OPEN)]
    return VALUES.get(name, ("1", "true"))[:2]


@pytest.mark.usefixtures("closed")
def test_no_address_tells_of_it() -> None:
    client, asked = Client(), in_every_language()

    assert len(asked) > 300
    assert [address for address in asked if TRACE in said(client, address)] == []


@pytest.mark.usefixtures("closed")
def test_no_question_to_any_list_tells_of_it() -> None:
    client = Client()
    asked = [f"{address}?{question}" for address, view in lists() for question in questions(view)]

    assert len(asked) > 500
    assert [address for address in asked if TRACE in said(client, address)] == []


@pytest.mark.usefixtures("closed")
def test_what_is_open_is_told_at_many_of_these_addresses() -> None:
    client = Client()

    assert len([address for address in in_every_language() if "a report" in said(client, address)]) > 20


@pytest.mark.parametrize("key", [RETRACTED, OPEN])
def test_before_it_was_closed_it_was_told_at_many(key: str) -> None:
    publish(load(telling(key, TRACE)), by=None)
    client = Client()

    assert len([address for address in in_every_language() if TRACE in said(client, address)]) > 20
