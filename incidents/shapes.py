"""Which columns of a claim's row hold the value of which property.

Pure: the database checks, the loader and the builder all follow this one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive.record.claims import (
    Image,
    KindOfAttack,
    Motive,
    Name,
    PartOf,
    Quantity,
    Responsibility,
    SeeAlso,
    Statement,
    Target,
    Time,
    Weapon,
    When,
    Where,
)
from archive.record.entities import Part
from archive.vocabulary import MEASURES, Property

#: Every column that may hold part of a value, with what it holds when it is empty.
EMPTY: Mapping[str, str | bool | None] = {
    "qualifier": "",
    "low": None,
    "best": None,
    "high": None,
    "population": "",
    "attribution": "",
    "actor": None,
    "place": None,
    "conflict": None,
    "language": "",
    "date": "",
    "clock": "",
    "minutes": None,
    "after_attack": None,
    "approximate": False,
    "target": "",
    "weapon": "",
    "attack_type": "",
    "text": "",
    "credit": "",
    "rights": "",
    "pictured_place": "",
    "other_incident": "",
    "url": "",
    "section": "",
    "group": "",
}
#: The columns that are foreign keys; in a record they hold a key, or an attack's number.
LINKED = frozenset({"actor", "place", "conflict", "after_attack"})


@dataclass(frozen=True, eq=False)
class Shape:
    """The value of one kind of claim: `columns` leads from the value's fields to the row's columns."""

    name: str
    value: type[Part]
    columns: Mapping[str, str]
    required: frozenset[str]

    @property
    def forbidden(self) -> list[str]:
        """The columns that stay empty."""
        return [column for column in EMPTY if column not in self.columns.values()]


def _shape(name: str, value: type[Part], required: str, optional: str = "", **renamed: str) -> Shape:
    """`required` and `optional` name columns; `renamed` says which field of the value a column holds."""
    columns = [*required.split(), *optional.split()]
    fields = {renamed.get(column, column): column for column in columns}
    return Shape(name, value, fields, frozenset(required.split()))


_COUNT = _shape("count", Quantity, "qualifier population", "low best high")

SHAPES: Mapping[Property, Shape] = {
    **dict.fromkeys(MEASURES, _COUNT),
    Property.RESPONSIBILITY: _shape("responsibility", Responsibility, "attribution", "actor"),
    Property.NAME: _shape("name", Name, "text", "language place actor"),
    Property.PART_OF: _shape("part_of", PartOf, "conflict"),
    Property.DATE: _shape("date", When, "date", date="edtf"),
    Property.TIME: _shape("time", Time, "", "clock minutes after_attack approximate"),
    Property.PLACE: _shape("place", Where, "place"),
    Property.TARGET: _shape("target", Target, "target", "text", target="type"),
    Property.WEAPON: _shape("weapon", Weapon, "weapon", "text", weapon="type"),
    Property.ATTACK_TYPE: _shape("attack_type", KindOfAttack, "attack_type", "text", attack_type="type"),
    Property.MOTIVE: _shape("motive", Motive, "text"),
    Property.IMAGE: _shape(
        "image", Image, "credit rights", "text date pictured_place", text="caption", pictured_place="place"
    ),
    Property.SEE_ALSO: _shape(
        "see_also", SeeAlso, "text", "other_incident url", text="title", other_incident="incident"
    ),
    Property.STATEMENT: _shape("statement", Statement, "section text", "group"),
}
