"""Incidents and their attacks."""

from __future__ import annotations

from archive.columns.documents import ListedAttack, ListedIncident
from archive.columns.paths import BETWEEN, Document
from archive.columns.table import Column, Kind, Table
from archive.columns.tables.shared import ADDRESSES, HEADLINES, LOCATED


def _held(incident: Document) -> str | None:
    """Who is held responsible and how: “A group: self_claimed; none_named”."""
    found = [
        f"{one['actor']['name']}: {one['attribution']}" if one["actor"] else one["attribution"]
        for one in incident["responsibility"]
    ]
    return BETWEEN.join(found) or None


INCIDENTS = Table(
    "incidents",
    "One incident.",
    ListedIncident,
    (
        Column("id", "id"),
        Column("title", "title"),
        Column("date", "date"),
        Column("earliest", "earliest"),
        Column("latest", "latest"),
        Column("place", "place.key"),
        Column("place_name", "place.name"),
        *LOCATED,
        Column("attacks", "attacks"),
        *HEADLINES,
        Column("responsibility", "responsibility", _held, Kind.TEXT),
        Column("conflicts", "conflicts.name"),
        Column("origins", "origins"),
        Column("killed_disputed", "killed_disputed"),
        Column("injured_disputed", "injured_disputed"),
        Column("findings", "findings"),
        Column("edition", "edition"),
        Column("first_published_at", "first_published_at"),
        Column("updated_at", "updated_at"),
        *ADDRESSES,
    ),
)

ATTACKS = Table(
    "attacks",
    "One attack of an incident.",
    ListedAttack,
    (
        Column("incident", "incident.id"),
        Column("incident_title", "incident.title"),
        Column("number", "number"),
        Column("label", "label"),
        Column("date", "date"),
        Column("earliest", "earliest"),
        Column("latest", "latest"),
        Column("place", "place"),
        Column("place_name", "links.places.name"),
        *LOCATED,
        Column("type", "type"),
        Column("target", "target"),
        Column("weapon", "weapon"),
        *HEADLINES,
        Column("incident_api_url", "incident.api_url"),
        *ADDRESSES,
    ),
)
