"""Attacks: told apart by their numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive import record as records
from incidents.load.entities import Ids
from incidents.models import Attack, Incident


def store_attacks(incident: Incident, attacks: Sequence[records.Attack], ids: Ids) -> Mapping[int, int]:
    """Create or change the incident's attacks; their database keys by number."""
    written = [field.name for field in Attack._meta.concrete_fields]
    rows = Attack.objects.bulk_create(
        [_row(incident, attack, ids) for attack in attacks],
        update_conflicts=True,
        unique_fields=["incident", "number"],
        update_fields=[name for name in written if name not in ("id", "incident", "number")],
    )
    return {row.number: row.pk for row in rows}


def _row(incident: Incident, attack: records.Attack, ids: Ids) -> Attack:
    return Attack(
        incident=incident,
        number=attack.number,
        label=attack.label,
        place_id=ids["places", attack.place] if attack.place else None,
        date=attack.date or "",
        type=attack.type or "",
        target=attack.target or "",
        weapon=attack.weapon or "",
    )
