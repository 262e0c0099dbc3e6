"""What the benchmarks ask for is there, and is measured in turn; no server is started here."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.test import Client

from archive.figures import for_readers
from tests.benchmarks.data import FORTY, record_of, records
from tests.benchmarks.data.publishing import publish
from tests.benchmarks.measuring import Contest, measured, timed
from tests.benchmarks.report import Reach, Target, Unit, judged
from tests.benchmarks.workloads import api_filters, api_list, facets, lists, mapping, searching, statistics
from tests.benchmarks.workloads.paths import page_of, some_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def small_archive() -> None:
    """The large incident, and some of those that name what is named most often."""
    often = {"country-1", "district-1", "group-1"}
    made = [
        record
        for record in records(100, after=2)
        if often & ({place.key for place in record.places} | {actor.key for actor in record.actors})
    ]
    publish([for_readers(record) for record in (record_of(1), *made[:12])])


def asked() -> Iterator[str]:
    """Every address that a workload asks the archive for, but those of single incidents."""
    yield from lists.PAGES.values()
    yield f"/incidents/?{facets.HALF}"
    yield from (f"/incidents/?{urlencode({'q': words})}" for words in searching.WORDS.values())
    yield from (f"/incidents/map/circles/?{view}" for view in mapping.VIEWS.values())
    yield from (f"/api/v1/statistics/?{question}" for question in statistics.QUESTIONS.values())
    yield f"/api/v1/incidents/?{api_list.SIMPLE}&{api_list.WHOLE}"
    yield from (f"/api/v1/incidents/?{filters}" for filters in api_filters.NARROWED.values())


def test_every_address_that_is_measured_is_answered(client: Client, small_archive: None) -> None:
    addresses = [*asked(), page_of(FORTY), *some_pages(2), f"/api/v1/incidents/{FORTY}/"]

    refused = {address: client.get(address).status_code for address in addresses}

    assert {address: status for address, status in refused.items() if status != 200} == {}


def test_contenders_take_turns_and_the_first_round_does_not_count() -> None:
    turns: list[str] = []
    contenders = [timed(name, lambda name=name: turns.append(name)) for name in ("floor", "ours")]  # type: ignore[misc]
    target = Target("ours", "at once", most=1_000)
    contest = Contest("nothing", Unit.MILLISECONDS, "floor", contenders, [target])

    comparison = measured("nothing", contest, rounds=3)

    assert turns == ["floor", "ours"] * 4
    assert [len(series.samples) for series in comparison.series] == [3, 3]
    assert judged(comparison)[0].reach in (Reach.YES, Reach.NOISE)
