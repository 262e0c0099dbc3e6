"""Incidents and attacks, with where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from archive.citing.listed import attack_event, incident_event
from archive.columns import ATTACKS, INCIDENTS, Document
from archive.models import AttackEntry, IncidentEntry
from archive.streams.export import EventExport, Some
from archive.streams.known import KnownPlaces

#: What the catalogue knows of an incident's sources.
OF_SOURCES = ("origins", "killed_disputed", "injured_disputed")


class Incidents(EventExport):
    table = INCIDENTS
    model = IncidentEntry
    column = "brief"
    ordering = ("-position",)
    read = ("brief", *(f"gist__{name}" for name in OF_SOURCES))

    def __init__(self) -> None:
        self.places = KnownPlaces()

    def documents(self, some: Some) -> Iterable[Document]:
        briefs = [orjson.loads(brief) | dict(zip(OF_SOURCES, more, strict=True)) for brief, *more in some]
        where = list(map(_place, briefs))
        self.places.learn(where)
        for brief, place in zip(briefs, where, strict=True):
            yield brief | {"location": self.places.location(place)}

    def event(self, document: Document, site: str) -> Mapping[str, Any]:
        return incident_event(document, site)


class WholeIncidents(Incidents):
    """The same, whose lines are the incidents whole."""

    column = "body"
    at_once = 100


class Attacks(EventExport):
    table = ATTACKS
    model = AttackEntry
    ordering = ("-position",)

    def __init__(self) -> None:
        self.places = KnownPlaces()

    def documents(self, some: Some) -> Iterable[Document]:
        attacks = list(super().documents(some))
        around = _places_of({attack["incident"]["id"] for attack in attacks if not attack["place"]})
        where = [attack["place"] or around[attack["incident"]["id"]] for attack in attacks]
        self.places.learn(where)
        for attack, place in zip(attacks, where, strict=True):
            yield {**attack, "location": self.places.location(place)}

    def event(self, document: Document, site: str) -> Mapping[str, Any]:
        return attack_event(document, site)


class AttacksOfIncident(Attacks):
    """Those of one incident, by number."""

    ordering = ("pk",)


def _places_of(incidents: Iterable[str]) -> Mapping[str, str | None]:
    """The settled place of each of these incidents. One query, if there are any."""
    rows = IncidentEntry.objects.filter(pk__among=incidents).order_by().values_list("pk", "brief")
    return {key: _place(orjson.loads(brief)) for key, brief in rows}


def _place(brief: Mapping[str, Any]) -> str | None:
    return brief["place"]["key"] if brief["place"] else None
