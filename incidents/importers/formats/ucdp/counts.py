"""The estimate of all deaths, and the deaths of each side."""

from __future__ import annotations

from collections.abc import Iterator

from archive.vocabulary import (
    Population,
    Property,
    Qualifier,
)
from incidents.importers.formats.ucdp.columns import CIVILIANS, ONE_SIDED
from incidents.importers.parsing.cells import code, count, text
from incidents.importers.parsing.claimants import claimant
from incidents.importers.parsing.draft import Draft, stated
from incidents.importers.parsing.entry import Cells


def add_counts(draft: Draft, cells: Cells) -> None:
    """The estimate of all deaths, and the deaths of each side as a population of its own."""
    said = claimant(text(cells, "source_original"), (cells.get("side_a", ""), cells.get("side_b", "")))
    numbers = {name: count(cells, name) for name in ("low", "best", "high")}
    words = stated((name, cells.get(name, "")) for name in ("best", "low", "high"))
    if any(number is not None for number in numbers.values()):
        value = {"qualifier": Qualifier.ESTIMATE, "population": Population.ALL, **numbers}
        draft.claim("killed", Property.KILLED, value, stated=words, claimant=said)
        draft.flag(*_disorder(numbers))
    for population, columns in _sides(cells).items():
        number = sum(count(cells, column) or 0 for column in columns)
        if number:
            value = {"qualifier": Qualifier.EXACT, "population": population, "best": number}
            words = stated((name, cells.get(name, "")) for name in columns)
            draft.claim(f"killed:{population}", Property.KILLED, value, stated=words, claimant=said)


def _disorder(numbers: dict[str, int | None]) -> Iterator[str]:
    low, best, high = (numbers[name] for name in ("low", "best", "high"))
    if low is not None and best is not None and low > best:
        yield f"low ({low}) is more than best ({best})"
    if best is not None and high is not None and best > high:
        yield f"best ({best}) is more than high ({high})"


def _sides(cells: Cells) -> dict[Population, list[str]]:
    """Of which population the deaths in each column are; deaths_unknown are in the total alone."""
    found: dict[Population, list[str]] = {Population.CIVILIANS: ["deaths_civilians"]}
    one_sided = code(cells, "type_of_violence") == ONE_SIDED
    for side in ("a", "b"):
        name = text(cells, f"side_{side}")
        if is_state(name):
            population = Population.SECURITY_FORCES
        elif name == CIVILIANS:
            population = Population.CIVILIANS
        else:
            population = Population.PERPETRATORS if one_sided else Population.FIGHTERS
        found.setdefault(population, []).append(f"deaths_{side}")
    return found


def is_state(name: str) -> bool:
    return name.startswith("Government of ")
