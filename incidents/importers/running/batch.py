"""One batch of rows: sorted, loaded, published and remembered, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from archive import catalogue
from archive.bulk import insert
from archive.comparison import compare
from archive.figures import for_readers
from archive.models import Edition
from archive.record import Record
from incidents.build import build
from incidents.importers.parsing.entry import Entry
from incidents.importers.parsing.revision import revised
from incidents.importers.reading import Row
from incidents.importers.running.crosswalk import matches
from incidents.importers.running.library import library_for
from incidents.importers.running.plan import Plan
from incidents.importers.running.rows import REMEMBERED, Read, Sorted, parse_again, refusal, remembered, sort
from incidents.load import load_all, taken
from incidents.models import Dataset, DatasetRow, Incident, Offer, Snapshot, Standing, State, Subject
from incidents.publishing import Ready, publish_all

#: So many differences stand in the public note of an edition.
MOST_TOLD = 5


@dataclass
class Work:
    """What becomes of the batch: records to load, each with the note of its edition if it is published."""

    records: dict[str, Record] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    new: list[DatasetRow] = field(default_factory=list)
    known: list[DatasetRow] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    homes: list[tuple[DatasetRow, str]] = field(default_factory=list)
    loaded: dict[str, Incident] = field(default_factory=dict)


def take(rows: Sequence[Row], plan: Plan) -> None:
    """Store the batch and count it in the run's row; within a transaction."""
    if plan.run.publish:
        catalogue.one_at_a_time()
    Dataset.objects.select_for_update().get(pk=plan.dataset.pk)
    batch, work = sort(rows, plan), Work()
    _place(batch, plan)
    _refuse_taken(batch, plan)
    _take_new(batch, plan, work)
    _take_changed(batch, plan, work)
    _store(work)
    if plan.run.publish:
        plan.run.published += _publish(work, batch)
    _remember(batch, work, plan)


def _place(batch: Sorted, plan: Plan) -> None:
    """Let the entries name the library's own entities."""
    library = library_for([*(each.entry for each in batch.new), *(each.entry for each, _ in batch.changed)])
    batch.new = [replace(each, entry=library.place(each.entry)) for each in batch.new]
    batch.changed = [(replace(each, entry=library.place(each.entry)), row) for each, row in batch.changed]


def _refuse_taken(batch: Sorted, plan: Plan) -> None:
    """Refuse new rows whose incidents are here already, or were merged into others."""
    records = [each.entry.record for each in batch.new]
    against = dict(taken(records))
    here = Incident.objects.filter(key__in=[record.id for record in records]).values_list("key", flat=True)
    against |= {key: [f"incident “{key}” is here already, and was not imported"] for key in here}
    for each in batch.new:
        if problems := against.get(each.entry.record.id):
            batch.refused.append(refusal(each.row, plan, "; ".join(problems)))
    batch.new = [each for each in batch.new if each.entry.record.id not in against]


def _take_new(batch: Sorted, plan: Plan, work: Work) -> None:
    """A row is offered to the incidents it may be about, or becomes an incident of its own."""
    near = matches([each.entry for each in batch.new], plan.dataset)
    for each in batch.new:
        row = remembered(each, plan)
        work.new.append(row)
        if candidates := near.get(each.entry.external_id):
            row.standing = Standing.OFFERED
            work.offers += [Offer(row=row, incident_id=pk) for pk in sorted(candidates)]
        else:
            row.claims = numbers_of(each.entry)
            work.records[each.entry.record.id] = each.entry.record
            work.notes[each.entry.record.id] = f"Imported from {plan.release.name}."
            work.homes.append((row, each.entry.record.id))


def numbers_of(entry: Entry) -> dict[str, int]:
    """Which claim of the entry's own record each of its slots is."""
    return {slot: claim.number for slot, claim in zip(entry.slots, entry.record.claims, strict=True)}


def _take_changed(batch: Sorted, plan: Plan, work: Work) -> None:
    """A changed row revises the incident that holds its claims; one without an incident is but remembered."""
    homes = Incident.objects.in_bulk({row.incident_id for _, row in batch.changed if row.incident_id})
    for each, row in batch.changed:
        work.known.append(row)
        before = parse_again(row, plan.form, plan.release)
        remembered(each, plan, row)
        if home := homes.get(row.incident_id or 0):
            _revise(home, each, before, row, plan, work)


def _revise(
    home: Incident, each: Read, before: Entry | None, row: DatasetRow, plan: Plan, work: Work
) -> None:
    now = work.records.get(home.key) or build(home).model_copy(update={"figures": ()})
    old = library_for([before]).place(before) if before else None
    own = row.standing == Standing.OWN
    first_free = max([home.next_claim_number, *(claim.number + 1 for claim in now.claims)])
    revision = revised(now, old, each.entry, row.claims, first_free, own=own)
    row.claims = dict(revision.numbers)
    row.flags += revision.kept
    if revision.record != now:
        work.records[home.key] = revision.record
        if home.state == State.PUBLISHED:
            work.notes[home.key] = _note(now, revision.record, plan)


def _note(before: Record, after: Record, plan: Plan) -> str:
    """What changed, for readers."""
    changes = [change.sentence for change in compare(for_readers(before), for_readers(after))]
    more = f" And {len(changes) - MOST_TOLD} more." if len(changes) > MOST_TOLD else ""
    return f"{plan.release.name}: {' '.join(changes[:MOST_TOLD])}{more}"[:2000]


def _store(work: Work) -> None:
    incidents = load_all(list(work.records.values()))
    keyed = {incident.key: incident for incident in incidents}
    for row, key in work.homes:
        row.incident = keyed[key]
    work.loaded = keyed


def _publish(work: Work, batch: Sorted) -> int:
    """Publish what is new, and what changed where nothing else waits; how many editions that made."""
    ready = [Ready(work.loaded[key], work.records[key], note) for key, note in work.notes.items()]
    ready += _waiting(batch)
    return sum(isinstance(each, Edition) for each in publish_all(ready).values())


def _waiting(batch: Sorted) -> Iterator[Ready]:
    """Incidents of unchanged rows that an earlier run loaded without publishing, and nobody touched since."""
    own = [row.incident_id or 0 for row in batch.unchanged if row.standing == Standing.OWN]
    drafts = {row.key: row for row in Incident.objects.filter(pk__in=own, state=State.DRAFT)}
    touched = Snapshot.objects.filter(subject=Subject.INCIDENTS, key__in=drafts).values_list("key", flat=True)
    public = Edition.objects.filter(incident__in=drafts).values_list("incident", flat=True)
    for key in sorted(drafts.keys() - {*touched, *public}):
        yield Ready(drafts[key], build(drafts[key]), "Imported.")


def _remember(batch: Sorted, work: Work, plan: Plan) -> None:
    insert(work.new)
    for offer in work.offers:
        offer.row_id = offer.row.pk
    insert(work.offers)
    insert(batch.refused)
    DatasetRow.objects.bulk_update(work.known, REMEMBERED)
    DatasetRow.objects.filter(pk__in=[row.pk for row in batch.unchanged]).update(seen=plan.run)
    _count(batch, work, plan)


def _count(batch: Sorted, work: Work, plan: Plan) -> None:
    run = plan.run
    run.new += len(work.homes)
    run.offered += len({offer.row_id for offer in work.offers})
    run.changed += len(work.known)
    run.unchanged += len(batch.unchanged)
    run.refused += len(batch.refused)
    run.flagged += sum(bool(row.flags) for row in [*work.new, *work.known])
