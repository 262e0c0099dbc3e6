"""Claims: told apart by their numbers, kept in the order of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from archive import record as records
from incidents.load.entities import Ids
from incidents.models import Claim, Incident
from incidents.shapes import EMPTY, LINKED, SHAPES

Numbered = Mapping[int, int]

#: The record's list that a foreign key of a claim's value leads to.
LISTS = {"actor": "actors", "place": "places", "conflict": "conflicts"}


def store_claims(
    incident: Incident, claims: Sequence[records.BaseClaim], ids: Ids, attacks: Numbered
) -> Numbered:
    """Create or change the incident's claims; their database keys by number."""
    written = [field.name for field in Claim._meta.concrete_fields]
    rows = Claim.objects.bulk_create(
        [_row(incident, place, claim, ids, attacks) for place, claim in enumerate(claims, start=1)],
        update_conflicts=True,
        unique_fields=["incident", "number"],
        update_fields=[name for name in written if name not in ("id", "incident", "number")],
    )
    stored = {row.number: row.pk for row in rows}
    _supersede(rows, claims, stored)
    return stored


def remove_other_claims(incident: Incident, kept: Numbered) -> None:
    """Delete the incident's claims of any other number."""
    Claim.objects.filter(incident=incident).exclude(number__in=kept).delete()


def _supersede(rows: Sequence[Claim], claims: Sequence[records.BaseClaim], stored: Numbered) -> None:
    """Link each older claim to the newer one, now that both are rows."""
    older = [(row, claim.superseded_by) for row, claim in zip(rows, claims, strict=True)]
    linked = [(row, newer) for row, newer in older if newer is not None]
    for row, newer in linked:
        row.superseded_by_id = stored[newer]
    Claim.objects.bulk_update([row for row, _ in linked], ["superseded_by"])


def _row(incident: Incident, position: int, claim: records.BaseClaim, ids: Ids, attacks: Numbered) -> Claim:
    claimant = claim.claimant
    return Claim(
        incident=incident,
        number=claim.number,
        position=position,
        about=claim.about,
        attack_id=attacks[claim.attack] if claim.attack else None,
        property=claim.property,
        stated=claim.stated,
        claimant_id=ids["actors", claimant.actor] if claimant.actor else None,
        claimant_role=claimant.role,
        claimant_kind=claimant.kind,
        claimed_on=claim.claimed_on or "",
        rank=claim.rank,
        rank_reason=claim.rank_reason,
        superseded_reason=claim.superseded_reason,
        withheld=claim.withheld,
        **_value(claim, ids, attacks),
    )


def _value(claim: records.BaseClaim, ids: Ids, attacks: Numbered) -> dict[str, Any]:
    """The value's columns."""
    found: dict[str, Any] = {}
    for field, column in SHAPES[claim.property].columns.items():
        given = getattr(claim.value, field)
        name = f"{column}_id" if column in LINKED else column
        if given is None:
            found[name] = EMPTY[column]
        elif column == "after_attack":
            found[name] = attacks[given]
        else:
            found[name] = ids[LISTS[column], given] if column in LISTS else given
    return found
