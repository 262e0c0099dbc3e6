"""Storing the rows of one incident, with every publication."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, models, transaction

from archive.answers import Composer
from archive.catalogue.composing import composer, volume_of
from archive.catalogue.forwards import INCIDENTS, lead_on, target_of
from archive.catalogue.rows import Rows, rows_of
from archive.catalogue.shared import renew
from archive.models import (
    AttackEntry,
    AttackPlace,
    ClaimEntry,
    ClaimSource,
    Edition,
    FigureEntry,
    Holding,
    IncidentActor,
    IncidentConflict,
    IncidentEntry,
    IncidentPlace,
    IncidentSource,
)
from archive.record.links import Link

#: How each model's rows are found that belong to an incident.
BELONGS: dict[type[models.Model], str] = {
    AttackEntry: "incident",
    AttackPlace: "attack__incident",
    ClaimEntry: "incident",
    ClaimSource: "claim__incident",
    FigureEntry: "incident",
    IncidentPlace: "incident",
    IncidentActor: "incident",
    IncidentSource: "incident",
    IncidentConflict: "incident",
    Holding: "incident",
}

#: Any fixed number that nothing else on the same server locks.
LOCK = 0x41726368


def index(edition: Edition) -> None:
    """Make the catalogue show this edition, unless its incident has a later one already.

    What was merged into the incident leaves the catalogue; what is so no longer comes back.
    Raises UnreadableEdition for a retraction or a redacted edition: use `remove`.
    """
    with transaction.atomic():
        one_at_a_time()
        volume = volume_of(edition)
        if volume.is_current:
            _show(edition, composer(volume))
            _settle(lead_on(edition.incident))


def _show(edition: Edition, made: Composer) -> None:
    before = held_by(edition.incident)
    store(edition.incident, rows_of(edition, made))
    renew(before | held_by(edition.incident), {edition.pk: made})


def remove(incident: str) -> None:
    """Take the incident out of the catalogue, and what only it held; nothing happens if it is not there."""
    with transaction.atomic():
        one_at_a_time()
        _hide(incident)
        _settle(lead_on(incident))


def _hide(incident: str) -> None:
    before = held_by(incident)
    discard(incident)
    renew(before, {})


def _settle(incidents: Iterable[str]) -> None:
    """Let those be shown, and only those, that are not part of another incident."""
    shown = set(IncidentEntry.objects.filter(pk__in=incidents).values_list("pk", flat=True))
    for incident in sorted(incidents):
        edition = own_edition(incident)
        if edition is None and incident in shown:
            _hide(incident)
        elif edition is not None and incident not in shown:
            _show(edition, composer(volume_of(edition)))


def own_edition(incident: str) -> Edition | None:
    """The current edition of an incident that is shown by itself: open, and not merged into another."""
    edition = Edition.objects.for_incident(incident).current().readable().first()
    merged = edition is not None and target_of(INCIDENTS, incident) is not None
    return None if merged else edition


def one_at_a_time() -> None:
    """Let no other writer of the catalogue in before this transaction ends.

    Entities are shared: each answer depends on all editions that hold it. Who locks rows of their own too
    calls this first, so that all take their locks in one order and none waits for another in a circle.
    SQLite has one writer anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def held_by(incident: str) -> set[Link]:
    return set(Holding.objects.filter(incident=incident).values_list("kind", "key"))


def store(incident: str, rows: Rows) -> None:
    """Replace the incident's rows by these."""
    clear(incident)
    for model, instances in rows.items():
        if model is IncidentEntry:
            _put(instances)
        else:
            model._default_manager.bulk_create(instances, batch_size=500)


def discard(incident: str) -> None:
    clear(incident)
    IncidentEntry.objects.filter(key=incident).delete()


def clear(incident: str) -> None:
    """Delete the rows that hang on the incident's own."""
    for model, path in reversed(BELONGS.items()):
        model._default_manager.filter(**{path: incident}).delete()


def _put(entries: Iterable[models.Model]) -> None:
    """Insert or update incidents' own rows, to which the others point."""
    columns = [field.name for field in IncidentEntry._meta.concrete_fields if not field.primary_key]
    IncidentEntry.objects.bulk_create(
        entries,  # type: ignore[arg-type]
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=columns,
    )
