"""Incidents and attacks of a list as schema.org's Events, each made of its answer: see `jsonld`."""

from __future__ import annotations

from archive.addresses import absolute, attack_path, incident_path, place_path
from archive.citing.jsonld import PINNED, Json, coordinates, when


def incident_event(incident: Json, site: str) -> Json:
    """`incident`: in short, with its location, as `archive.columns.documents.ListedIncident` describes it."""
    return {
        "@type": "Event",
        "@id": absolute(incident_path(incident["id"]), site),
        "name": incident["title"],
        **when(incident["date"]),
        **_where(incident["place"], incident["location"], site),
        "url": incident["page_url"],
    }


def attack_event(attack: Json, site: str) -> Json:
    """`attack`: with its location, as `archive.columns.documents.ListedAttack` describes it."""
    incident = attack["incident"]["id"]
    place = next(iter(attack["links"]["places"]), None)
    return {
        "@type": "Event",
        "@id": absolute(attack_path(incident, attack["number"]), site),
        "name": attack["label"],
        **when(attack["date"]),
        **_where(place, attack["location"], site),
        "url": attack["page_url"],
        "superEvent": {"@id": absolute(incident_path(incident), site)},
    }


def _where(place: Json | None, location: Json | None, site: str) -> Json:
    """The place by name, and its coordinates where they are its own and make a point of a map."""
    if place is None:
        return {}
    named = {"@type": "Place", "@id": absolute(place_path(place["key"]), site), "name": place["name"]}
    own = location is not None and location["place"]["key"] == place["key"]
    if location is None or not own or location["precision"] not in PINNED:
        return {"location": named}
    spot = location["place"]
    return {"location": {**named, **coordinates(spot["latitude"], spot["longitude"])}}
