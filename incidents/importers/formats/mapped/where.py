"""The places of a row."""

from __future__ import annotations

from collections.abc import Sequence

from archive.record import Place
from archive.vocabulary import PlaceKind, Precision
from incidents.importers.formats.mapped.reader import Reader
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import spot
from incidents.importers.parsing.naming import Level


def places_of(reader: Reader) -> Sequence[Place]:
    """The places around the incident, from the widest to the narrowest; none where none is known."""
    given = reader.mapping.place
    levels = [Level(name, kind) for kind in PlaceKind if (name := reader.words(getattr(given, kind)))]
    if levels and given.latitude and given.longitude and reader.known(given.latitude, given.longitude):
        last = levels.pop()
        at = spot(reader.cells, given.latitude, given.longitude)
        levels.append(Level(last.name, last.kind, at, _precision(last.kind, given.precision)))
    return naming.places(*levels)


def _precision(kind: PlaceKind, precision: Precision) -> Precision:
    """Coordinates of a wide area say no more than that it was somewhere there."""
    wide = {PlaceKind.COUNTRY: Precision.COUNTRY, PlaceKind.PROVINCE: Precision.PROVINCE}
    return wide.get(kind, precision)
