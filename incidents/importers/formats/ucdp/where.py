"""The place of a row: country, province, district and the place itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from archive.record import Place
from archive.vocabulary import (
    PlaceKind,
    Precision,
)
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import code, required, spot, text
from incidents.importers.parsing.entry import Cells
from incidents.importers.parsing.naming import Level

#: Codes of where_prec.
NEAR, COUNTRYWIDE = 2, 6
PRECISIONS: Mapping[int | None, Precision] = {
    1: Precision.EXACT,
    2: Precision.EXACT,
    3: Precision.DISTRICT,
    4: Precision.PROVINCE,
    5: Precision.DISTRICT,
}
#: How near its coordinates are to an area that is itself the place.
WIDE = {PlaceKind.PROVINCE: Precision.PROVINCE, PlaceKind.DISTRICT: Precision.DISTRICT}
SETTLEMENT = re.compile(r"^(.+) (?:town|village|city)$")
PROVINCE = re.compile(r"^(.+) province$")
DISTRICT = re.compile(r"^(.+) district$")


def places_of(cells: Cells) -> Sequence[Place]:
    """Country, province, district and the place itself; for an event near a place, what is near it."""
    precision = code(cells, "where_prec")
    at, where = spot(cells), text(cells, "where_coordinates")[:300]
    levels = [
        Level(required(cells, "country"), PlaceKind.COUNTRY),
        Level(_bare(PROVINCE, text(cells, "adm_1")), PlaceKind.PROVINCE),
        Level(DISTRICT.sub(r"\1 District", text(cells, "adm_2")), PlaceKind.DISTRICT),
    ]
    levels = [replace(level, name=level.name[:300]) for level in levels if level.name]
    named = {text(cells, column) for column in ("country", "adm_1", "adm_2")}
    if where and where not in named and precision != COUNTRYWIDE:
        levels.append(_place(where, precision, at))
    elif at and len(levels) > 1:
        levels[-1] = Level(levels[-1].name, levels[-1].kind, at, WIDE[levels[-1].kind])
    if precision == NEAR and levels[-1].spot:
        return naming.places(*naming.near(levels))
    return naming.places(*levels)


def _place(where: str, precision: int | None, at: tuple[float, float] | None) -> Level:
    found = SETTLEMENT.match(where)
    kind = PlaceKind.SETTLEMENT if found else PlaceKind.SITE
    return Level(
        found[1] if found else where, kind, at, PRECISIONS.get(precision, Precision.PROVINCE) if at else None
    )


def _bare(form: re.Pattern[str], name: str) -> str:
    found = form.match(name)
    return found[1] if found else name
