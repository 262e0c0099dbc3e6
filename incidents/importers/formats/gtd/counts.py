"""The people whom a row counts.

Numbers of hostages and of kidnapped people are left with the raw row: `detained` counts people whom a state
holds, and one figure must not mean both. They stand in the words of the attack's type.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from archive.vocabulary import Population, Property, Qualifier
from incidents.importers.formats.gtd.codes import UNKNOWN
from incidents.importers.parsing.cells import share, text
from incidents.importers.parsing.draft import Draft
from incidents.importers.parsing.entry import Cells


@dataclass(frozen=True, slots=True)
class Column:
    """Whom a column counts, and how the claim is called that it becomes."""

    name: str
    property: Property
    population: Population
    slot: str


#: The totals count everybody, perpetrators too. Those of one nationality (nkillus) are no population.
COLUMNS = (
    Column("nkill", Property.KILLED, Population.ALL, "killed"),
    Column("nkillter", Property.KILLED, Population.PERPETRATORS, "killed:perpetrators"),
    Column("nwound", Property.INJURED, Population.ALL, "injured"),
    Column("nwoundte", Property.INJURED, Population.PERPETRATORS, "injured:perpetrators"),
    Column("nperpcap", Property.DETAINED, Population.PERPETRATORS, "detained:perpetrators"),
)
PARTS = (("nkillter", "nkill"), ("nwoundte", "nwound"))


def add_counts(draft: Draft, cells: Cells) -> None:
    """A claim for each number that is known; zero is known. Raises RowError."""
    numbers = {column.name: share(cells, column.name, UNKNOWN) for column in COLUMNS}
    for column in COLUMNS:
        if (number := numbers[column.name]) is not None:
            _add(draft, cells, column, number)
    for part, whole in PARTS:
        some, everybody = numbers[part], numbers[whole]
        if some is not None and everybody is not None and some > everybody:
            draft.flag(f"{part} ({some:g}) is more than {whole} ({everybody:g})")


def _add(draft: Draft, cells: Cells, column: Column, number: float) -> None:
    words = f"{column.name} {text(cells, column.name)}"
    if number == int(number):
        value = {"qualifier": Qualifier.EXACT, "best": int(number)}
    else:
        value = {"qualifier": Qualifier.ABOUT, "best": _nearest(number)}
        draft.flag(f"{column.name} is a fraction ({number:g}): a sum was divided among several events")
    draft.claim(column.slot, column.property, value | {"population": column.population}, stated=words)


def _nearest(number: float) -> int:
    """The nearest whole number, though not zero: a part of somebody is not nobody."""
    return max(1, floor(number + 0.5))
