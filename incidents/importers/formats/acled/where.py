"""The place of a row: country, up to three levels of administration, and the location itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.record import Place
from archive.vocabulary import PlaceKind, Precision
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import code, required, spot, text
from incidents.importers.parsing.entry import Cells
from incidents.importers.parsing.naming import Level

#: geo_precision: the location itself, a place near it, or the capital of the province in which it happened.
NEAR, PROVINCE_WIDE = 2, 3
LEVELS = (
    ("admin1", PlaceKind.PROVINCE),
    ("admin2", PlaceKind.DISTRICT),
    ("admin3", PlaceKind.SUBDISTRICT),
)
#: Between a city and its quarter: “Strelsau - Old Town”.
QUARTER = " - "


def places_of(cells: Cells) -> Sequence[Place]:
    """The places around the event, from the country to the narrowest. Raises RowError without a country."""
    country = Level(required(cells, "country")[:300], PlaceKind.COUNTRY)
    areas = [Level(name[:300], kind) for column, kind in LEVELS if (name := text(cells, column))]
    precision, at = code(cells, "geo_precision"), spot(cells)
    if precision == PROVINCE_WIDE and areas:
        province = areas[0]
        wide = Level(province.name, province.kind, at, Precision.PROVINCE if at else None)
        return naming.places(country, wide)
    levels = [country, *areas, *_locations(cells)]
    last = levels.pop()
    levels.append(Level(last.name, last.kind, at, _precision(last.kind, precision) if at else None))
    return naming.places(*(naming.near(levels) if precision == NEAR else levels))


def _locations(cells: Cells) -> Iterator[Level]:
    names = text(cells, "location").split(QUARTER, 1)
    kinds = (PlaceKind.SETTLEMENT, PlaceKind.SITE)
    return (Level(name[:300], kind) for name, kind in zip(names, kinds, strict=False) if name)


def _precision(kind: PlaceKind, precision: int | None) -> Precision:
    """Of an area that is itself the narrowest place, coordinates are its middle."""
    match kind:
        case PlaceKind.COUNTRY:
            return Precision.COUNTRY
        case PlaceKind.PROVINCE:
            return Precision.PROVINCE
        case PlaceKind.DISTRICT | PlaceKind.SUBDISTRICT:
            return Precision.DISTRICT
        case _:
            return Precision.PROVINCE if precision == PROVINCE_WIDE else Precision.EXACT
