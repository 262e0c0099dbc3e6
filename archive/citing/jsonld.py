"""An incident as schema.org's Event, in JSON-LD: https://schema.org/Event.

Of the figures and of who did it nothing is said here: the vocabulary has no words for a disagreement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import orjson

from archive.addresses import absolute, attack_path, incident_path, place_path
from archive.citing.spots import Places, around, places_of, spot
from archive.citing.work import Work
from archive.language import in_english
from archive.record import Attack
from archive.vocabulary import Precision

Json = Mapping[str, Any]

#: EDTF that is ISO 8601 too, which schema.org asks for: a year, month or day that nobody doubts.
CERTAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")
#: How JSON writes what HTML would take for its own.
MARKUP = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&"})
#: Precisions that make a point of a map.
PINNED = (Precision.EXACT, Precision.NEAR)


@in_english
def event_data(work: Work) -> Json:
    """The event, its attacks as its parts, and the edition as the page that is about it."""
    record = work.record
    lasting = absolute(incident_path(record.id), work.site)
    parts = [_attack(attack, work) for attack in record.attacks]
    about = {"@id": lasting, "name": record.title, **when(record.date), **_where(record.place, work)}
    whole = {"@context": "https://schema.org", "@type": "Event", **about, "url": work.page}
    return whole | ({"subEvent": parts} if parts else {}) | {"subjectOf": _page(work)}


def in_html(data: Json) -> str:
    """Data as text that can stand within a page: nothing in it ends an element or begins a comment."""
    return orjson.dumps(data).decode().translate(MARKUP)


def _attack(attack: Attack, work: Work) -> Json:
    return {
        "@type": "Event",
        "@id": absolute(attack_path(work.record.id, attack.number), work.site),
        "name": attack.label,
        **when(attack.date or work.record.date),
        **_where(attack.place or work.record.place, work),
    }


def _page(work: Work) -> Json:
    signed = {"@type": "Organization", "name": work.archive, "url": absolute("/", work.site)}
    return {
        "@type": "WebPage",
        "@id": work.address,
        "url": work.address,
        "name": work.record.title,
        "version": str(work.edition),
        "datePublished": work.day.isoformat(),
        "inLanguage": "en",
        **({"author": signed, "publisher": signed} if work.archive else {}),
        **({"license": work.licence} if work.licence else {}),
    }


def when(edtf: str | None) -> Json:
    """Start and end, where they are known; a day that may have been another is left out."""
    start, _, end = (edtf or "").partition("/")
    if not CERTAIN.fullmatch(start) or (end and not CERTAIN.fullmatch(end)):
        return {}
    return {"startDate": start} | ({"endDate": end} if end else {})


def _where(key: str | None, work: Work) -> Json:
    named: Json | None = None
    places = places_of(work.record)
    for place in reversed([*around(key, places)]):
        within = {"containedInPlace": named} if named else {}
        address = absolute(place_path(place.key), work.site)
        named = {
            "@type": "Place",
            "@id": address,
            "name": place.name,
            **_geo(place.key, places),
            **within,
        }
    return {"location": named} if named else {}


def _geo(key: str, places: Places) -> Json:
    found = spot(key, places)
    if not found or found.place.key != key or found.precision not in PINNED:
        return {}
    return coordinates(found.latitude, found.longitude)


def coordinates(latitude: float, longitude: float) -> Json:
    """A point, in degrees."""
    return {"geo": {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}}
