"""Storing the rows of one incident, with every publication."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from django.db import connection, models, transaction

from archive.bulk import Lines, insert_lines
from archive.catalogue.apart import Composing
from archive.catalogue.composing import volume_of, volumes_of
from archive.catalogue.forwards import INCIDENTS, lead_on, lead_on_all, target_of
from archive.catalogue.rows import Rows, rows_of
from archive.catalogue.shared import renew
from archive.models import (
    AttackEntry,
    AttackPlace,
    CitationEntry,
    ClaimEntry,
    Edition,
    FigureEntry,
    Forward,
    Holding,
    IncidentActor,
    IncidentConflict,
    IncidentEntry,
    IncidentFinding,
    IncidentGist,
    IncidentPlace,
    IncidentSource,
    IncidentSpot,
    SearchEntry,
)
from archive.record.links import Link, held

#: How each model's rows are found that belong to an incident.
BELONGS: dict[type[models.Model], str] = {
    IncidentGist: "incident",
    AttackEntry: "incident",
    AttackPlace: "attack__incident",
    ClaimEntry: "incident",
    CitationEntry: "claim__incident",
    FigureEntry: "incident",
    IncidentPlace: "incident",
    IncidentSpot: "incident",
    IncidentActor: "incident",
    IncidentSource: "incident",
    IncidentConflict: "incident",
    IncidentFinding: "incident",
    Holding: "incident",
    SearchEntry: "incident",
}

#: Held by whoever writes the catalogue. A lock of a table needs the right to write to it, so that nobody who
#: only reads keeps writers out, while advisory locks may be taken by everybody. This table has few rows, and
#: is seldom vacuumed: https://www.postgresql.org/docs/current/sql-lock.html
LOCK = f"LOCK TABLE {Forward._meta.db_table} IN SHARE ROW EXCLUSIVE MODE"


def index(edition: Edition) -> None:
    """Make the catalogue show this edition, unless its incident has a later one already.

    What was merged into the incident leaves the catalogue; what is so no longer comes back.
    Raises UnreadableEdition for a retraction or a redacted edition: use `remove`.
    """
    index_all([edition])


def index_all(editions: Sequence[Edition]) -> None:
    """Make the catalogue show each of these editions, of different incidents, like `index`."""
    with transaction.atomic():
        one_at_a_time()
        index_composed(compose(editions))


def compose(editions: Sequence[Edition]) -> Composing:
    """Begin to compose the answers of those that are current, or will be once they are stored. One query."""
    return Composing([volume for volume in volumes_of(editions) if volume.is_current])


def index_composed(composing: Composing) -> None:
    """Make the catalogue show what was composed, like `index_all`; the caller lets no other writer in."""
    _show(composing)
    _settle(lead_on_all([volume.edition for volume in composing.volumes]))


def _show(composing: Composing) -> None:
    """Store what the editions say of their incidents, and renew what the incidents held or hold."""
    editions = [volume.edition for volume in composing.volumes]
    incidents = [edition.incident for edition in editions]
    before, made = held_by(*incidents), composing.made
    store(incidents, gathered(map(rows_of, editions, made, composing.results())))
    holds = {link for one in made for link in held(one.record)}
    renew(before | holds, {edition.pk: one for edition, one in zip(editions, made, strict=True)})


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
    if not (concerned := sorted(incidents)):
        return
    shown = set(IncidentEntry.objects.filter(pk__among=concerned).values_list("pk", flat=True))
    for incident in concerned:
        edition = own_edition(incident)
        if edition is None and incident in shown:
            _hide(incident)
        elif edition is not None and incident not in shown:
            _show(Composing([volume_of(edition)]))


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
            cursor.execute(LOCK)


def held_by(*incidents: str) -> set[Link]:
    return set(Holding.objects.filter(incident__pk__among=incidents).values_list("kind", "key"))


def gathered(each: Iterable[Rows]) -> Rows:
    """The rows of several editions as those of one."""
    found: dict[type[models.Model], Lines] = {}
    for rows in each:
        for model, lines in rows.items():
            found.setdefault(model, Lines(lines.columns, [])).rows.extend(lines.rows)
    return found


def store(incidents: Collection[str], rows: Rows) -> None:
    """Replace the rows of these incidents by these; the first column of the incidents' own is their id."""
    known = set(IncidentEntry.objects.filter(pk__among=incidents).values_list("pk", flat=True))
    clear(*known)
    for model, lines in rows.items():
        if model is IncidentEntry:
            _put(Lines(lines.columns, [row for row in lines.rows if row[0] in known]))
            lines = Lines(lines.columns, [row for row in lines.rows if row[0] not in known])
        insert_lines(model, lines)


def discard(incident: str) -> None:
    clear(incident)
    IncidentEntry.objects.filter(key=incident).delete()


def clear(*incidents: str) -> None:
    """Delete the rows that hang on the incidents' own.

    What hangs on their attacks and claims goes with these. To find it by a join is slow where PostgreSQL
    still believes both tables to be empty: https://www.postgresql.org/docs/current/planner-stats.html
    """
    for model, path in reversed(BELONGS.items()) if incidents else ():
        if path == "incident":
            model._default_manager.filter(incident__in=incidents).delete()


def _put(entries: Lines) -> None:
    """Update incidents' own rows, to which the others point."""
    IncidentEntry.objects.bulk_create(
        [IncidentEntry(**dict(zip(entries.columns, row, strict=True))) for row in entries.rows],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=[column for column in entries.columns if column != "key"],
    )
