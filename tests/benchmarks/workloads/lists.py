"""The list of incidents with its facets and its timeline, narrowed in many ways."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Unit
from tests.benchmarks.stage import Stage

PAGES = {
    "everything": "/incidents/",
    "a country": "/incidents/?place=country-1",
    "a district": "/incidents/?place=district-1",
    "an actor": "/incidents/?actor=group-1",
    "a year": "/incidents/?date_from=2010-01-01&date_to=2010-12-31",
    "sources disagree": "/incidents/?disputed=killed",
    "country, year, sources disagree": (
        "/incidents/?place=country-1&date_from=2010-01-01&date_to=2010-12-31&disputed=killed"
    ),
    "bombings with one killed or more": "/incidents/?type=bombing&killed_min=1",
    "nothing": "/incidents/?place=country-1&date_from=1950-01-01&date_to=1950-01-02",
    "all actors": "/incidents/by/actor/",
    "all places of a country": "/incidents/by/place/?place=country-1",
}


def lists(stage: Stage) -> Iterator[Contest]:
    unit = Unit.MILLISECONDS
    first = [stage.asked(name, path, unit=unit, on="fresh") for name, path in PAGES.items()]
    again = [stage.asked(f"{name}, again", path, unit=unit) for name, path in PAGES.items()]
    yield Contest("lists of incidents", unit, "empty view", [*stage.floor(unit), *first, *again])
