"""Whether the catalogue is what follows from the editions."""

from __future__ import annotations

from collections.abc import Iterator

from archive import catalogue
from archive.models import Edition, IncidentEntry, with_target


def problems(quick: bool) -> Iterator[str]:
    """Quick: whether each incident is shown by its current edition; else every row is computed anew."""
    return _unequal() if quick else map(str, catalogue.check())


def _unequal() -> Iterator[str]:
    shown = with_target(Edition.objects.current().readable()).filter(target=None).order_by()  # type: ignore[misc]
    stored = IncidentEntry.objects.order_by()
    for incident in shown.exclude(pk__in=stored.values("edition")).values_list("incident", flat=True):
        yield f"incident {incident}: its current edition is not in the catalogue"
    for incident in stored.exclude(edition__in=shown.values("pk")).values_list("key", flat=True):
        yield f"incident {incident}: the catalogue shows what is not its current edition"
