"""One batch of rows: sorted, loaded, published and remembered, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from archive import catalogue
from archive.bulk import insert, insert_final
from archive.models import Edition
from archive.record import Record
from incidents.build import build
from incidents.importers.parsing.entry import Entry
from incidents.importers.parsing.revision import revised
from incidents.importers.reading import Row
from incidents.importers.running.crosswalk import matches
from incidents.importers.running.drafts import note_on, waiting
from incidents.importers.running.library import Library, library_for
from incidents.importers.running.plan import Plan
from incidents.importers.running.rows import (
    REMEMBERED,
    Changed,
    Sorted,
    pass_over,
    refusal,
    remembered,
    sort,
)
from incidents.load import load_all, taken
from incidents.models import Dataset, DatasetRow, Incident, Offer, Standing, State
from incidents.publishing import Begun, Outcomes, begin, finish, publish_all


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
    _place(batch)
    _refuse_taken(batch, plan)
    _take_new(batch, plan, work)
    _take_changed(batch, plan, work)
    begun = (
        begin([(work.records[key], note) for key, note in work.notes.items()]) if plan.run.publish else None
    )
    _store(batch, work)
    if begun is not None:
        plan.run.published += _publish(begun, work, batch, plan)
    _remember(batch, work, plan)


def _place(batch: Sorted) -> None:
    """Let the entries name the library's own entities."""
    entries = [each.entry for each in batch.new]
    for each in batch.changed:
        entries += [each.now.entry, *([each.before] if each.before else [])]
    library = library_for(entries)
    batch.new = [replace(each, entry=library.place(each.entry)) for each in batch.new]
    batch.changed = [_placed(each, library) for each in batch.changed]


def _placed(each: Changed, library: Library) -> Changed:
    before = library.recall(each.before) if each.before else None
    entry = library.place(each.now.entry, each.before)
    return replace(each, before=before, now=replace(each.now, entry=entry))


def _refuse_taken(batch: Sorted, plan: Plan) -> None:
    """Refuse new rows whose incidents are here already, or were merged into others."""
    against, going = _taken([each.entry.record for each in batch.new]), []
    for each in batch.new:
        id = each.entry.record.id
        if problems := against.get(id):
            batch.refused.append(refusal(each.row, plan, "; ".join(problems)))
        else:
            against[id] = [f"incident “{id}” is that of row {each.row.number} already"]
            going.append(each)
    batch.new = going


def _taken(records: Sequence[Record]) -> dict[str, Sequence[str]]:
    """What stands against making an incident of each record, by id."""
    here = Incident.objects.filter(key__among=[record.id for record in records]).values_list("key", flat=True)
    problems = {key: [f"incident “{key}” is here already, and was not made for this row"] for key in here}
    return {**taken(records), **problems}


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
    """A changed row revises the incident that holds its claims; one that waits is but remembered."""
    homes = Incident.objects.in_bulk({each.row.incident_id for each in batch.changed if each.row.incident_id})
    for each in batch.changed:
        work.known.append(each.row)
        home = homes.get(each.row.incident_id or 0)
        if home is None and each.row.standing != Standing.OFFERED:
            pass_over(each.now, plan, each.row)
            continue
        remembered(each.now, plan, each.row)
        if home is not None:
            _revise(home, each, plan, work)


def _revise(home: Incident, each: Changed, plan: Plan, work: Work) -> None:
    row, own = each.row, each.row.standing == Standing.OWN
    now = work.records.get(home.key) or build(home).model_copy(update={"figures": ()})
    first_free = max([home.next_claim_number, *(claim.number + 1 for claim in now.claims)])
    revision = revised(now, each.before, each.now.entry, row.claims, first_free, own=own)
    row.claims = dict(revision.numbers)
    row.flags += revision.kept
    if revision.record != now:
        work.records[home.key] = revision.record
        if home.state == State.PUBLISHED:
            work.notes[home.key] = note_on(now, revision.record, plan.release)


def _store(batch: Sorted, work: Work) -> None:
    rows = [*batch.new, *(each.now for each in batch.changed)]
    only = {("sources", each.entry.source) for each in rows}
    work.loaded = {row.key: row for row in load_all(list(work.records.values()), only=only)}
    for row, key in work.homes:
        row.incident = work.loaded[key]


def _publish(begun: Begun, work: Work, batch: Sorted, plan: Plan) -> int:
    """Publish what is new, and what changed where nothing else waits; how many editions that made."""
    waited = publish_all(list(waiting([*batch.unchanged, *work.known], plan.release, besides=work.notes)))
    return _editions(finish(begun, work.loaded)) + _editions(waited)


def _editions(outcomes: Outcomes) -> int:
    return sum(isinstance(each, Edition) for each in outcomes.values())


def _remember(batch: Sorted, work: Work, plan: Plan) -> None:
    insert(work.new)
    for offer in work.offers:
        offer.row_id = offer.row.pk
    insert_final(work.offers)
    insert_final(batch.refused)
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
