"""What imports made or changed at the desk, and nobody else: it can be published with the next run."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from django.db.models import Max

from archive import editions
from archive.comparison import compare
from archive.figures import for_readers
from archive.models import Edition
from archive.record import Record
from incidents.build import build
from incidents.importers.parsing.dataset import Dataset as Release
from incidents.models import DatasetRow, Incident, Snapshot, Standing, State, Subject
from incidents.publishing import Ready

#: So many differences stand in the public note of an edition.
MOST_TOLD = 5
#: Characters of what a note holds.
LONGEST = 2000


def note_on(before: Record, after: Record, release: Release) -> str:
    """What a release changed, for readers."""
    changes = [change.sentence for change in compare(for_readers(before), for_readers(after))]
    more = f" And {len(changes) - MOST_TOLD} more." if len(changes) > MOST_TOLD else ""
    return f"{release.name}: {' '.join(changes[:MOST_TOLD])}{more}"[:LONGEST]


def waiting(rows: Sequence[DatasetRow], release: Release, *, besides: Collection[str]) -> Iterator[Ready]:
    """The drafts that were made for these rows, and that nobody touched since readers saw them, or ever."""
    own = [row.incident_id or 0 for row in rows if row.standing == Standing.OWN]
    drafts = {row.key: row for row in Incident.objects.filter(pk__in=own, state=State.DRAFT)}
    last, touched = editions.last_of(drafts), _touched(drafts)
    for key in sorted(drafts.keys() - set(besides)):
        if _is_as_imported(last.get(key), touched.get(key)):
            record = build(drafts[key])
            yield Ready(drafts[key], record, _note(last.get(key), record, release))


def _touched(keys: Collection[str]) -> dict[str, datetime]:
    """When somebody last worked on each of these incidents."""
    acts = Snapshot.objects.filter(subject=Subject.INCIDENTS, key__in=keys).order_by()
    return dict(acts.values_list("key").annotate(last=Max("at")))


def _is_as_imported(last: Edition | None, touched: datetime | None) -> bool:
    if last is None:
        return touched is None
    is_open = not last.is_retraction and not last.is_redacted
    return is_open and (touched is None or touched <= last.published_at)


def _note(last: Edition | None, record: Record, release: Release) -> str:
    return note_on(last.record, record, release) if last else f"Imported from {release.name}."
