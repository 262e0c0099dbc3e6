"""What came to pass after a change, by its kind and incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Count, Max

from archive.bundle import Movement
from archive.models import Change
from archive.vocabulary import ChangeKind


def moved_since(sequence: int) -> Mapping[ChangeKind, Sequence[Movement]]:
    """Each incident once for each kind of change, in the order of ids. One query."""
    rows = Change.objects.filter(pk__gt=sequence).order_by().values_list("kind", "edition__incident")
    found: dict[ChangeKind, list[Movement]] = {kind: [] for kind in ChangeKind}
    for kind, incident, times, number in rows.annotate(times=Count("pk"), last=Max("edition__number")):
        found[ChangeKind(kind)].append(Movement(incident, times, number))
    return {kind: sorted(movements) for kind, movements in found.items()}
