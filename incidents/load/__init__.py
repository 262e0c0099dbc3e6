"""From a record to desk rows: the only loader, for dossiers, importers, restore and demonstration.

One transaction; shared entities, then the incident, its attacks, its claims and their citations, each
step with a few queries for all rows together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from archive.figures import with_figures
from archive.models import Edition
from archive.record import Figure, Record, RecordError, read_record
from incidents.journal import note_change
from incidents.load.attacks import store_attacks
from incidents.load.citations import store_citations
from incidents.load.claims import remove_other_claims, store_claims
from incidents.load.entities import Ids, store_entities
from incidents.load.keeping import keep_what_changed, keep_what_changes
from incidents.load.merges import refuse_taken, store_forerunners, store_former_keys
from incidents.models import Attack, Incident, Snapshot, State, Subject

if TYPE_CHECKING:
    from django.contrib.auth.models import User

__all__ = ["load"]


def load(record: Record, *, by: User | None = None, what: str = "") -> Incident:
    """Make the desk hold this record, and nothing else of its incident; `by` is noted in the log.

    `what` was done, in words for the history, which then keeps the states before and after; without it
    none is kept, as for imports, whose edition says the same.

    Shared entities are created, or changed to what the record says; published incidents that show a changed
    one are renewed through the queue. The incident is a draft again, since nobody has approved what the
    record says. Claims and attacks are told apart by their numbers, which are not given again. Raises
    RecordError where the record holds figures that do not follow from its claims, or ids and keys that were
    merged into something else.
    """
    _refuse_other_figures(record)
    with transaction.atomic():
        refuse_taken(record)
        changing = keep_what_changes(record) if what else []
        ids = store_entities(record, by=by)
        store_former_keys(record)
        incident = _store_incident(record, ids)
        attacks = store_attacks(incident, record.attacks, ids)
        claims = store_claims(incident, record.claims, ids, attacks)
        store_citations(incident, record.claims, ids, claims)
        remove_other_claims(incident, claims)
        store_forerunners(incident, record.merged)
        Attack.objects.filter(incident=incident).exclude(number__in=attacks).delete()
        if by is not None:
            note_change(by, incident, "Loaded from a record.")
        if what:
            keep_what_changed({incident, *changing}, by=by, what=what)
    return incident


def _store_incident(record: Record, ids: Ids) -> Incident:
    incident = Incident.objects.filter(key=record.id).first() or _new_incident(record.id)
    incident.title = record.title
    incident.date = record.date or ""
    incident.place_id = ids["places", record.place] if record.place else None
    incident.state = State.DRAFT
    _count_past(incident, record)
    incident.save()
    return incident


def _new_incident(key: str) -> Incident:
    """A row that goes on counting where the incident's readable editions and kept states ended."""
    incident = Incident(key=key)
    for edition in Edition.objects.for_incident(key).exclude(text="").iterator():
        _count_past(incident, edition.record)
    for state in Snapshot.objects.of(Subject.INCIDENTS, key).exclude(text="").iterator():
        _count_past(incident, read_record(state.text))
    return incident


def _count_past(incident: Incident, record: Record) -> None:
    """Keep every number of the record from being given again."""
    incident.next_claim_number = _after(incident.next_claim_number, [c.number for c in record.claims])
    incident.next_attack_number = _after(incident.next_attack_number, [a.number for a in record.attacks])


def _after(counter: int, numbers: list[int]) -> int:
    """The next number to give, once these are taken."""
    return max(counter, max(numbers, default=0) + 1)


def _refuse_other_figures(record: Record) -> None:
    if not record.figures:
        return
    given, computed = set(record.figures), set(with_figures(record).figures)
    problems = [
        *(
            f"figures: {_named(figure)} does not follow from the claims"
            for figure in _in_order(given - computed)
        ),
        *(f"figures: {_named(figure)} is missing or differs" for figure in _in_order(computed - given)),
    ]
    if problems:
        raise RecordError([*problems, "figures: leave the list out; figures are computed from the claims"])


def _in_order(figures: set[Figure]) -> list[Figure]:
    return sorted(figures, key=_named)


def _named(figure: Figure) -> str:
    of = f"attack {figure.attack}" if figure.attack else "the incident"
    return f"{figure.measure.label} of {of} ({figure.population.label}, {figure.rule.label})"
