"""The map: its page, and the circles that its script asks for, gathered for the first time."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measuring import Contender, Contest, Sample
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

VIEWS = {
    "the world": "zoom=2&view=-180,-85,180,85",
    "a country": "zoom=6&view=58,22,80,38",
    "a province": "zoom=8&view=64,27,71,32",
    "the world of half of all": "zoom=2&view=-180,-85,180,85&type=bombing",
    "the world of a year": "zoom=2&view=-180,-85,180,85&date_from=2010-01-01&date_to=2010-12-31",
}
#: Of what a reader fetches, packed as every browser takes it.
KILOBYTES = 300


def mapping(stage: Stage) -> Iterator[Contest]:
    unit = Unit.MILLISECONDS
    paths = {"page": "/incidents/map/"} | {
        name: f"/incidents/map/circles/?{view}" for name, view in VIEWS.items()
    }
    made = [stage.asked(name, path, unit=unit, on="fresh") for name, path in paths.items()]
    targets = [Target(name, f"{name}: at most 150 ms", most=150) for name in paths]
    yield Contest("map", unit, "empty view", [*stage.floor(unit), *made], targets)
    weights = [_weight(stage, name, path) for name, path in paths.items()]
    targets = [Target(name, f"{name}: at most {KILOBYTES} kB", most=KILOBYTES) for name in paths]
    yield Contest("weight of the map", Unit.KILOBYTES, "page", weights, targets, at_most=1)


def _weight(stage: Stage, name: str, path: str) -> Contender:
    return Contender(name, lambda: Sample(len(stage.answer(path).content) / 1000))
