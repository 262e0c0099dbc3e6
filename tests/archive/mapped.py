"""Records of incidents at places with coordinates, for tests of maps."""

from __future__ import annotations

from typing import Any

from archive.record import Place, Record
from archive.vocabulary import PlaceKind, Precision
from tests.builders import attack, place, record

QUETTA = (30.183, 67.0)
MASTUNG = (29.8, 66.85)
PESHAWAR = (34.017, 71.583)


def placed(key: str, at: tuple[float, float], precision: Precision = Precision.NEAR, **more: Any) -> Place:
    latitude, longitude = at
    kind = {"kind": PlaceKind.SETTLEMENT, "name": key.title()}
    return place(key, latitude=latitude, longitude=longitude, precision=precision, **kind | more)


QUETTA_TOWN = placed("quetta", QUETTA)
MASTUNG_TOWN = placed("mastung", MASTUNG)
PESHAWAR_TOWN = placed("peshawar", PESHAWAR, Precision.EXACT)
QUETTA_DISTRICT = placed("quetta-district", QUETTA, Precision.DISTRICT, kind=PlaceKind.DISTRICT)


def happened(incident: str, *places: Place, **more: Any) -> Record:
    """An incident with an attack in each of these places."""
    attacks = [attack(number, place=one.key) for number, one in enumerate(places, start=1)]
    return record(id=incident, title=f"Event {incident}", attacks=attacks, entities=places, **more)


def sample() -> list[Record]:
    """Two in Quetta, of which one is in Mastung too; one in its district; one in Peshawar; one nowhere."""
    return [
        happened("one", QUETTA_TOWN, date="2024-01-01"),
        happened("two", QUETTA_TOWN, MASTUNG_TOWN, date="2024-01-02"),
        happened("three", QUETTA_DISTRICT, date="2024-01-03"),
        happened("four", PESHAWAR_TOWN, date="2024-01-04"),
        record(id="five", title="Event five", place="somewhere", date="2024-01-05"),
    ]
