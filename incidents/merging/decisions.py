"""What editors decided beside an incident's claims: it follows a merge, and comes back when undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.db.models import Model

from incidents.decisions import TOLD_BY
from incidents.merging.references import batches
from incidents.models import Incident


def decisions_follow(gone: Incident, into: Incident) -> dict[str, Any]:
    """Let decisions stand at the other incident, but for those that it has itself; which ones moved."""
    moved = {model._meta.label: _undecided(model, gone, into) for model in TOLD_BY}
    for label, keys in moved.items():
        _move(label, keys, gone, into)
    return {"decisions": moved}


def decisions_come_back(moved: Mapping[str, Any], whole: Incident, back: Incident) -> None:
    """Let those decisions that moved, and stand at the whole still, stand where they stood."""
    for label, keys in moved.get("decisions", {}).items():
        _move(label, keys, whole, back)


def _undecided(model: type[Model], gone: Incident, into: Incident) -> list[int]:
    """The database keys of what was decided of the one, and not of the other."""
    rows, columns = model._default_manager, TOLD_BY[model]
    there = set(rows.filter(incident=into).values_list(*columns))
    here = rows.filter(incident=gone).order_by("pk").values_list("pk", *columns)
    return [key for key, *told in here if tuple(told) not in there]


def _move(label: str, keys: list[int], of: Incident, to: Incident) -> None:
    for some in batches(keys):
        apps.get_model(label)._default_manager.filter(pk__in=some, incident=of).update(incident=to)
