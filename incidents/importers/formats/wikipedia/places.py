"""Where an article says that it happened. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from mwparserfromhell.wikicode import Wikicode

from archive.record import Place
from archive.vocabulary import PlaceKind, Precision
from incidents.importers.formats.wikipedia.markup import name_of, positional, shown
from incidents.importers.parsing import naming
from incidents.importers.parsing.naming import Level

Spot = tuple[float, float]
SIGNS = {"N": 1, "S": -1, "E": 1, "W": -1}


def places_of(location: str, spot: Spot | None) -> Sequence[Place]:
    """The places that “A, B, C” names, from the widest to the narrowest, which has the coordinates.

    The last is taken for the country, one before it for the province: an editor looks them over.
    """
    names = [name.strip()[:300] for name in location.split(",") if name.strip()]
    kinds = [PlaceKind.COUNTRY, PlaceKind.PROVINCE] if len(names) > 2 else [PlaceKind.COUNTRY]
    kinds = kinds[: len(names) - 1]
    levels = [
        Level(name, kinds[index] if index < len(kinds) else PlaceKind.SITE)
        for index, name in enumerate(reversed(names))
    ]
    if levels and spot:
        levels[-1] = Level(levels[-1].name, levels[-1].kind, spot, Precision.NEAR)
    return naming.places(*levels)


def spot_of(code: Wikicode) -> Spot | None:
    """Latitude and longitude in degrees as {{coord}} gives them; None where it gives none that can be."""
    for template in code.filter_templates():
        if name_of(template) in ("coord", "coords"):
            return _spot([shown(value).strip() for value in positional(template)])
    return None


def _spot(values: Sequence[str]) -> Spot | None:
    """Of “30.5|67”, “30.5|N|67|E” and “30|35|N|66|59|E”, with anything after it."""
    numbers: list[float] = []
    found: list[float] = []
    for value in values:
        if value.upper() in SIGNS and numbers:
            found.append(SIGNS[value.upper()] * _degrees(numbers))
            numbers = []
        elif (number := _number(value)) is not None:
            numbers.append(number)
        else:
            break
    degrees = found or numbers[:2]
    if len(degrees) != 2 or abs(degrees[0]) > 90 or abs(degrees[1]) > 180:
        return None
    return round(degrees[0], 6), round(degrees[1], 6)


def _degrees(numbers: Sequence[float]) -> float:
    return sum(number / unit for number, unit in zip(numbers, (1, 60, 3600), strict=False))


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) <= 180 else None
