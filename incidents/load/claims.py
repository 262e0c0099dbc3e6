"""Claims: told apart by their numbers, kept in the order of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from archive import record as records
from archive.bulk import insert_values
from incidents.load.entities import Ids
from incidents.load.incidents import Loaded, Numbered
from incidents.models import Claim
from incidents.shapes import EMPTY, LINKED, SHAPES

#: The record's list that a foreign key of a claim's value leads to.
LISTS = {"actor": "actors", "place": "places", "conflict": "conflicts"}


def store_claims(
    loaded: Sequence[Loaded], ids: Ids, attacks: Mapping[Numbered, int]
) -> Mapping[Numbered, int]:
    """Create or change the incidents' claims; their database keys."""
    new = _values_of([each for each in loaded if each.is_new], ids, attacks)
    known = _values_of([each for each in loaded if not each.is_new], ids, attacks)
    keys = insert_values(Claim, new)
    written = [field.name for field in Claim._meta.concrete_fields]
    rows = Claim.objects.bulk_create(
        [Claim(**values) for values in known],
        update_conflicts=True,
        unique_fields=["incident", "number"],
        update_fields=[name for name in written if name not in ("id", "incident", "number")],
    )
    stored = {
        (values["incident_id"], values["number"]): key for values, key in zip(new, keys, strict=True)
    } | {(row.incident_id, row.number): row.pk for row in rows}
    _supersede(loaded, stored)
    return stored


def _supersede(loaded: Sequence[Loaded], stored: Mapping[Numbered, int]) -> None:
    """Link each older claim to the newer one, now that both are rows."""
    linked = [
        Claim(pk=stored[each.row.pk, claim.number], superseded_by_id=stored[each.row.pk, claim.superseded_by])
        for each in loaded
        for claim in each.record.claims
        if claim.superseded_by is not None
    ]
    Claim.objects.bulk_update(linked, ["superseded_by"])


def _values_of(loaded: Sequence[Loaded], ids: Ids, attacks: Mapping[Numbered, int]) -> list[dict[str, Any]]:
    return [
        _values(each, place, claim, ids, attacks)
        for each in loaded
        for place, claim in enumerate(each.record.claims, start=1)
    ]


def _values(
    each: Loaded, position: int, claim: records.BaseClaim, ids: Ids, attacks: Mapping[Numbered, int]
) -> dict[str, Any]:
    """The columns of a claim."""
    claimant = claim.claimant
    return {
        "incident_id": each.row.pk,
        "number": claim.number,
        "position": position,
        "about": claim.about,
        "attack_id": attacks[each.row.pk, claim.attack] if claim.attack else None,
        "property": claim.property,
        "stated": claim.stated,
        "claimant_id": ids["actors", claimant.actor] if claimant.actor else None,
        "claimant_role": claimant.role,
        "claimant_kind": claimant.kind,
        "claimed_on": claim.claimed_on or "",
        "rank": claim.rank,
        "rank_reason": claim.rank_reason,
        "superseded_reason": claim.superseded_reason,
        "withheld": claim.withheld,
        **_value(each, claim, ids, attacks),
    }


def _value(
    each: Loaded, claim: records.BaseClaim, ids: Ids, attacks: Mapping[Numbered, int]
) -> dict[str, Any]:
    """The value's columns."""
    found: dict[str, Any] = {}
    for field, column in SHAPES[claim.property].columns.items():
        given = getattr(claim.value, field)
        name = f"{column}_id" if column in LINKED else column
        if given is None:
            found[name] = EMPTY[column]
        elif column == "after_attack":
            found[name] = attacks[each.row.pk, given]
        else:
            found[name] = ids[LISTS[column], given] if column in LISTS else given
    return found
