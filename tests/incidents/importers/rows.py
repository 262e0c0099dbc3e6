"""Rows of our own in the formats of datasets. What a test does not name is plain and valid."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from incidents.importers.parsing.dataset import Dataset
from incidents.importers.parsing.entry import Cells, Entry, RowError
from incidents.importers.parsing.format import Format
from incidents.importers.registry import FORMATS

PLAIN: dict[str, dict[str, str]] = {
    "ucdp": {
        "id": "900001",
        "type_of_violence": "1",
        "conflict_name": "Ruritania: Government",
        "side_a": "Government of Ruritania",
        "side_b": "Red Hand",
        "number_of_sources": "-1",
        "where_prec": "1",
        "where_coordinates": "Strelsau town",
        "adm_1": "Elphberg province",
        "adm_2": "Strelsau district",
        "latitude": "48.5",
        "longitude": "14.25",
        "country": "Ruritania",
        "date_start": "2014-03-05 00:00:00.000",
        "date_end": "2014-03-05 00:00:00.000",
        "deaths_a": "0",
        "deaths_b": "0",
        "deaths_civilians": "0",
        "deaths_unknown": "0",
        "best": "0",
        "high": "0",
        "low": "0",
    },
    "gtd": {
        "eventid": "201403050001",
        "iyear": "2014",
        "imonth": "3",
        "iday": "5",
        "country_txt": "Ruritania",
        "provstate": "Elphberg",
        "city": "Strelsau",
        "latitude": "48.5",
        "longitude": "14.25",
        "specificity": "1",
        "vicinity": "0",
        "attacktype1": "3",
        "attacktype1_txt": "Bombing/Explosion",
        "targtype1": "3",
        "targtype1_txt": "Police",
        "weaptype1": "6",
        "weaptype1_txt": "Explosives",
        "gname": "Red Hand",
        "guncertain1": "0",
    },
    "acled": {
        "event_id_cnty": "RUR101",
        "event_date": "05 March 2014",
        "time_precision": "1",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "actor1": "Military Forces of Ruritania (2010-)",
        "inter1": "State forces",
        "actor2": "Red Hand",
        "inter2": "Rebel group",
        "country": "Ruritania",
        "admin1": "Elphberg",
        "admin2": "Strelsau",
        "location": "Strelsau",
        "latitude": "48.5",
        "longitude": "14.25",
        "geo_precision": "1",
        "source": "Strelsau Courier",
        "source_scale": "National",
        "fatalities": "3",
        "timestamp": "1700000000",
    },
    "wikipedia": {
        "language": "en",
        "page": "77",
        "title": "Example bombings",
        "revision": "123",
        "date": "2014-03-09",
    },
}


def dataset(form: str) -> Dataset:
    return Dataset(FORMATS[form].publication, "1.0")


def cells(form: str, **changed: str) -> Cells:
    """A whole row: every column of the format, those not named as in the plain row, or else empty."""
    known: Format = FORMATS[form]
    return dict.fromkeys(known.variants[0], "") | PLAIN[form] | changed


def parsed(form: str, **changed: str) -> Entry:
    return FORMATS[form].parse(cells(form, **changed), dataset(form))


def values(entry: Entry, slots: Iterable[str] | str | None = None) -> dict[str, dict[str, Any]]:
    """What the entry's claims say by their slots, without what is left at its default.

    All of them, those of `slots`, or those that begin with the one word.
    """
    found = {
        slot: claim.value.model_dump(mode="json", exclude_defaults=True)
        for slot, claim in zip(entry.slots, entry.record.claims, strict=True)
    }
    if slots is None:
        return found
    chosen = [slot for slot in found if slot.startswith(slots)] if isinstance(slots, str) else slots
    return {slot: found[slot] for slot in chosen}


def words(entry: Entry, slot: str) -> str:
    """The words as stated of the claim in this slot."""
    return entry.record.claims[entry.slots.index(slot)].stated


def claimed_by(entry: Entry, slot: str) -> Any:
    return entry.record.claims[entry.slots.index(slot)].claimant


def place_chain(entry: Entry) -> list[tuple[str, str, str | None]]:
    """Name, kind and precision of the record's place and of all around it, from the widest."""
    places = {place.key: place for place in entry.record.places}
    found, key = [], entry.record.place
    while key is not None:
        place = places[key]
        found.append((place.name, place.kind.value, place.precision.value if place.precision else None))
        key = place.parent
    return found[::-1]


def refusal(form: Format, row: Cells, whose: Dataset) -> str:
    """Why the format refuses the row; empty where it makes an entry of it."""
    try:
        form.parse(row, whose)
    except RowError as error:
        return str(error) or "no reason"
    return ""
