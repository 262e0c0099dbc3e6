"""Claims, each value spread over the columns of its kind."""

from __future__ import annotations

from archive.columns.documents import ListedClaim
from archive.columns.paths import Document
from archive.columns.table import Column, Kind, Table
from archive.columns.tables.shared import ADDRESSES, linked


def _claimant(claim: Document) -> str | None:
    return linked(claim, "actors", claim["claimant"]["actor"])


def _responsible(claim: Document) -> str | None:
    return linked(claim, "actors", (claim.get("responsibility") or {}).get("actor"))


def _place(claim: Document) -> str | None:
    return linked(claim, "places", (claim.get("place") or {}).get("place"))


def _conflict(claim: Document) -> str | None:
    return linked(claim, "conflicts", (claim.get("part_of") or {}).get("conflict"))


def _citations(claim: Document) -> int:
    return len(claim["citations"])


#: What tells one claim from all others, and what it is about.
CLAIM = (
    Column("incident", "incident.id"),
    Column("incident_title", "incident.title"),
    Column("number", "number"),
    Column("property", "property"),
    Column("about", "about"),
    Column("attack", "attack"),
)

SAID = (
    Column("claimant", "claimant.actor"),
    Column("claimant_name", "claimant.actor", _claimant, Kind.TEXT),
    Column("claimant_role", "claimant.role"),
    Column("claimant_kind", "claimant.kind"),
    Column("claimed_on", "claimed_on"),
    Column("claimed_earliest", "claimed_earliest"),
    Column("claimed_latest", "claimed_latest"),
    Column("rank", "rank"),
    Column("rank_reason", "rank_reason"),
    Column("superseded_by", "superseded_by"),
    Column("superseded_reason", "superseded_reason"),
)

COUNTED = (
    Column("qualifier", "quantity.qualifier"),
    Column("low", "quantity.low"),
    Column("best", "quantity.best"),
    Column("high", "quantity.high"),
    Column("population", "quantity.population"),
)

HELD_RESPONSIBLE = (
    Column("responsible", "responsibility.actor"),
    Column("responsible_name", "responsibility.actor", _responsible, Kind.TEXT),
    Column("attribution", "responsibility.attribution"),
)

OTHER_VALUES = (
    Column("date", "date.edtf"),
    Column("time", "time.clock"),
    Column("time_minutes", "time.minutes"),
    Column("time_after_attack", "time.after_attack"),
    Column("time_approximate", "time.approximate"),
    Column("place", "place.place"),
    Column("place_name", "place.place", _place, Kind.TEXT),
    Column("attack_type", "attack_type.type"),
    Column("attack_type_text", "attack_type.text"),
    Column("target", "target.type"),
    Column("target_text", "target.text"),
    Column("weapon", "weapon.type"),
    Column("weapon_text", "weapon.text"),
    Column("motive", "motive.text"),
    Column("conflict", "part_of.conflict"),
    Column("conflict_name", "part_of.conflict", _conflict, Kind.TEXT),
    Column("name", "name.text"),
    Column("name_language", "name.language"),
    Column("name_of_place", "name.place"),
    Column("name_of_actor", "name.actor"),
    Column("section", "statement.section"),
    Column("reaction_group", "statement.group"),
    Column("statement", "statement.text"),
    Column("image_caption", "image.caption"),
    Column("image_credit", "image.credit"),
    Column("image_rights", "image.rights"),
    Column("image_date", "image.date"),
    Column("image_place", "image.place"),
    Column("see_also", "see_also.title"),
    Column("see_also_incident", "see_also.incident"),
    Column("see_also_url", "see_also.url"),
)

CLAIMS = Table(
    "claims",
    "One claim: what somebody says of an incident, one of its attacks or its context.",
    ListedClaim,
    (
        *CLAIM,
        Column("stated", "stated"),
        *COUNTED,
        *HELD_RESPONSIBLE,
        *SAID,
        *OTHER_VALUES,
        Column("citations", "citations", _citations, Kind.WHOLE),
        Column("sources", "citations.source"),
        Column("incident_api_url", "incident.api_url"),
        Column("attack_api_url", "attack_url"),
        *ADDRESSES,
    ),
)
