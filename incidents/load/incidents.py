"""The incidents' own rows, and what no longer belongs to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from archive.bulk import insert
from archive.models import Edition
from archive.record import Record, read_record
from incidents.load.entities import Ids
from incidents.models import Attack, Claim, Incident, Snapshot, State, Subject

#: The incident's database key, and the number of one of its claims or attacks.
Numbered = tuple[int, int]


@dataclass(frozen=True)
class Loaded:
    """A record with the row of its incident; nothing hangs on a row that `is_new`."""

    record: Record
    row: Incident
    is_new: bool


def store_incidents(records: Sequence[Record], ids: Ids) -> list[Loaded]:
    """Create or change the incidents' rows, and lock those that were there."""
    keys = [record.id for record in records]
    known = {row.key: row for row in Incident.objects.select_for_update().filter(key__among=keys)}
    past = _past({key for key in keys if key not in known})
    loaded = [_loaded(record, known.get(record.id), ids, past.get(record.id, ())) for record in records]
    insert([each.row for each in loaded if each.is_new])
    for each in loaded:
        if not each.is_new:
            each.row.save()
    return loaded


def _loaded(record: Record, known: Incident | None, ids: Ids, past: Sequence[Record]) -> Loaded:
    row = known or Incident(key=record.id)
    row.title = record.title
    row.date = record.date or ""
    row.place_id = ids["places", record.place] if record.place else None
    row.state = State.DRAFT
    for each in (*past, record):
        _count_past(row, each)
    return Loaded(record, row, known is None)


def _past(keys: set[str]) -> Mapping[str, Sequence[Record]]:
    """Editions and kept states of incidents without a row: a row goes on counting where they ended."""
    found: dict[str, list[Record]] = defaultdict(list)
    for edition in Edition.objects.filter(incident__among=keys).exclude(text="").iterator():
        found[edition.incident].append(edition.record)
    states = Snapshot.objects.filter(subject=Subject.INCIDENTS, key__among=keys).exclude(text="")
    for state in states.iterator():
        found[state.key].append(read_record(state.text))
    return found


def _count_past(incident: Incident, record: Record) -> None:
    """Keep every number of the record from being given again."""
    incident.next_claim_number = _after(incident.next_claim_number, [c.number for c in record.claims])
    incident.next_attack_number = _after(incident.next_attack_number, [a.number for a in record.attacks])


def _after(counter: int, numbers: list[int]) -> int:
    """The next number to give, once these are taken."""
    return max(counter, max(numbers, default=0) + 1)


def remove_others(loaded: Sequence[Loaded]) -> None:
    """Delete the claims, and then the attacks, of any other number than the records'."""
    known = [each for each in loaded if not each.is_new]
    for model, name in ((Claim, "claims"), (Attack, "attacks")):
        others = Q()
        for each in known:
            numbers = [part.number for part in getattr(each.record, name)]
            others |= Q(incident=each.row) & ~Q(number__in=numbers)
        if known:
            model._default_manager.filter(others).delete()
