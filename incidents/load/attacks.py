"""Attacks: told apart by their numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive import record as records
from archive.bulk import insert
from incidents.load.entities import Ids
from incidents.load.incidents import Loaded, Numbered
from incidents.models import Attack, Incident


def store_attacks(loaded: Sequence[Loaded], ids: Ids) -> Mapping[Numbered, int]:
    """Create or change the incidents' attacks; their database keys."""
    new = [_row(each.row, one, ids) for each in loaded if each.is_new for one in each.record.attacks]
    known = [_row(each.row, one, ids) for each in loaded if not each.is_new for one in each.record.attacks]
    insert(new)
    written = [field.name for field in Attack._meta.concrete_fields]
    rows = Attack.objects.bulk_create(
        known,
        update_conflicts=True,
        unique_fields=["incident", "number"],
        update_fields=[name for name in written if name not in ("id", "incident", "number")],
    )
    return {(row.incident_id, row.number): row.pk for row in [*new, *rows]}


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
