"""The place of a row: country, province, city, and what its coordinates are those of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from archive.record import Place
from archive.vocabulary import PlaceKind, Precision
from incidents.importers.formats.gtd.codes import YES
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import Spot, code, required, spot, text
from incidents.importers.parsing.draft import Draft
from incidents.importers.parsing.entry import Cells, RowError
from incidents.importers.parsing.naming import Level

NOT_KNOWN = ("unknown", "")
#: Of what the coordinates are, by specificity: 1 the city itself, 2 and 3 the middle of the smallest area
#: that is known, 4 that of the province. With 5 there are none.
PRECISIONS: Mapping[int | None, Precision] = {
    1: Precision.EXACT,
    2: Precision.DISTRICT,
    3: Precision.DISTRICT,
    4: Precision.PROVINCE,
}
IN_A_CITY = (1, 2)
DISTRICT = re.compile(r"(.+) (?:district|agency)", re.IGNORECASE)


def places_of(cells: Cells, draft: Draft) -> Sequence[Place]:
    """The places around the event, from the country to the narrowest. Raises RowError without a country."""
    levels = [Level(required(cells, "country_txt")[:300], PlaceKind.COUNTRY)]
    at, precision = _spot(cells, draft), PRECISIONS.get(code(cells, "specificity"), Precision.COUNTRY)
    levels += [Level(name, PlaceKind.PROVINCE) for name in _known(cells, "provstate")]
    levels += [Level(name, _kind(name, cells)) for name in _known(cells, "city") if name != levels[-1].name]
    if at and len(levels) > 1 and precision is not Precision.COUNTRY:
        last = levels.pop()
        levels.append(Level(last.name, last.kind, at, _no_narrower(precision, last.kind)))
    if code(cells, "vicinity") == YES and levels[-1].kind is PlaceKind.SETTLEMENT:
        return naming.places(*naming.near(levels))
    return naming.places(*levels)


def _known(cells: Cells, column: str) -> list[str]:
    name = text(cells, column)[:300]
    return [] if name.lower() in NOT_KNOWN else [name]


def _kind(name: str, cells: Cells) -> PlaceKind:
    if DISTRICT.fullmatch(name):
        return PlaceKind.DISTRICT
    return PlaceKind.SETTLEMENT if code(cells, "specificity") in IN_A_CITY else PlaceKind.SITE


def _no_narrower(precision: Precision, kind: PlaceKind) -> Precision:
    """A province's own coordinates are somewhere in the province, however exact the row calls them."""
    return Precision.PROVINCE if kind is PlaceKind.PROVINCE else precision


def _spot(cells: Cells, draft: Draft) -> Spot | None:
    """Coordinates; those that are none are kept with the raw row alone, for the row says enough without."""
    try:
        return spot(cells)
    except RowError as error:
        draft.flag(*error.problems)
        return None
