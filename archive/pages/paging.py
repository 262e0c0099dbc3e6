"""One page of a long list, by the place where it begins instead of by its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from archive.models import IncidentEntry

SIZE = 24


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some incidents of a list, newest first. `older`, `newer`: the positions from which the list goes on."""

    entries: Sequence[IncidentEntry]
    older: str | None
    newer: str | None


def stretch(incidents: QuerySet[IncidentEntry], *, after: str = "", before: str = "") -> Stretch:
    """The incidents that follow the position `after` or precede `before`; else the newest. One query."""
    if before:
        return _preceding(incidents, before)
    rest = incidents.filter(position__lt=after) if after else incidents
    found = list(rest.order_by("-position")[: SIZE + 1])
    shown = found[:SIZE]
    return Stretch(
        shown,
        older=shown[-1].position if len(found) > SIZE else None,
        newer=shown[0].position if after and shown else None,
    )


def _preceding(incidents: QuerySet[IncidentEntry], before: str) -> Stretch:
    found = list(incidents.filter(position__gt=before).order_by("position")[: SIZE + 1])
    shown = found[:SIZE][::-1]
    return Stretch(
        shown,
        older=shown[-1].position if shown else None,
        newer=shown[0].position if len(found) > SIZE else None,
    )
