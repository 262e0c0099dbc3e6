"""An incident as GeoJSON (RFC 7946): its attacks, each where it happened as exactly as that is known.

A feature is an attack; an incident of which no attack is recorded is one itself. A district is no pin:
`precision` says how exactly the point locates the attack, and an attack that nothing locates has no geometry.
`figures` are counted for the attack, `incident_figures` for all attacks together: never to be added up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from archive.citing.spots import places_of, spot
from archive.citing.work import Work
from archive.language import in_english
from archive.record import Attack, Record
from archive.wording import figure_text

Json = Mapping[str, Any]


@in_english
def collection(work: Work) -> Json:
    """The feature collection of an edition; `incident` says what is true of all its attacks."""
    return {
        "type": "FeatureCollection",
        "incident": _incident(work) | {"figures": _figures(work.record, None)},
        "cite_as": work.address,
        "licence": work.licence or None,
        "features": [*_features(work)],
    }


def _incident(work: Work) -> dict[str, Any]:
    record = work.record
    return {
        "id": record.id,
        "title": record.title,
        "date": record.date,
        "edition": work.edition,
        "url": work.page,
    }


def _features(work: Work) -> Iterator[Json]:
    record = work.record
    for attack in record.attacks:
        figures = {"figures": _figures(record, attack.number), "incident_figures": _figures(record, None)}
        properties = _attack(attack, work) | figures
        yield _feature(f"attack-{attack.number}", attack.place or record.place, record, properties)
    if not record.attacks:
        properties = _incident(work) | {"figures": _figures(record, None)}
        yield _feature(record.id, record.place, record, properties)


def _attack(attack: Attack, work: Work) -> dict[str, Any]:
    return {
        "incident": work.record.id,
        "attack": attack.number,
        "label": attack.label,
        "date": attack.date or work.record.date,
        "type": attack.type,
        "target": attack.target,
        "weapon": attack.weapon,
        "url": f"{work.page}#attack-{attack.number}",
    }


def _feature(name: str, place: str | None, record: Record, properties: dict[str, Any]) -> Json:
    places = places_of(record)
    found = spot(place, places)
    where = {
        "place": place,
        "place_name": places[place].name if place else None,
        "precision": found.precision if found else None,
        "precision_in_words": found.precision.label if found else "not located",
        "located_by": found.place.key if found else None,
    }
    point = {"type": "Point", "coordinates": [found.longitude, found.latitude]} if found else None
    return {"type": "Feature", "id": name, "geometry": point, "properties": properties | where}


def _figures(record: Record, attack: int | None) -> Sequence[Json]:
    """The figures under the archive's rule, with their ranges."""
    names = ("measure", "population", "low", "best", "high", "open_above", "open_below", "is_sum", "partial")
    return [
        {name: getattr(figure, name) for name in names} | {"in_words": figure_text(figure)}
        for figure in record.figures
        if figure.attack == attack
    ]
