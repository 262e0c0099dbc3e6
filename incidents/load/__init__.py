"""From records to desk rows: the only loader, for dossiers, importers, restore and demonstration.

One transaction; shared entities, then the incidents, their attacks, their claims and the citations, each
step with a few queries for all rows together.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from archive.figures import with_figures
from archive.record import Figure, Record, RecordError
from archive.record.links import Link
from incidents.journal import note_change
from incidents.load.attacks import store_attacks
from incidents.load.citations import store_citations
from incidents.load.claims import store_claims
from incidents.load.entities import store_entities
from incidents.load.incidents import remove_others, store_incidents
from incidents.load.keeping import keep_what_changed, keep_what_changes
from incidents.load.merges import refuse_taken, store_forerunners, store_former_keys, taken
from incidents.models import Incident

if TYPE_CHECKING:
    from django.contrib.auth.models import User

__all__ = ["load", "load_all", "taken"]


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
    return load_all([record], by=by, what=what)[0]


def load_all(
    records: Sequence[Record],
    *,
    by: User | None = None,
    what: str = "",
    only: Collection[Link] | None = None,
) -> list[Incident]:
    """Load records of different incidents, like `load`: all or none, with a few queries for all together.

    Of a shared entity that several of them hold, the last one's word is stored. `only`: of the shared
    entities that the desk has, nothing but these is changed, and no published incident is renewed for it.
    """
    for record in records:
        _refuse_other_figures(record)
    with transaction.atomic():
        refuse_taken(records)
        changing = [row for record in records for row in keep_what_changes(record)] if what else []
        ids = store_entities(records, by=by, only=only)
        store_former_keys(records)
        loaded = store_incidents(records, ids)
        attacks = store_attacks(loaded, ids)
        claims = store_claims(loaded, ids, attacks)
        store_citations(loaded, ids, claims)
        remove_others(loaded)
        store_forerunners(loaded)
        incidents = [each.row for each in loaded]
        if by is not None:
            for incident in incidents:
                note_change(by, incident, "Loaded from a record.")
        if what:
            keep_what_changed({*incidents, *changing}, by=by, what=what)
    return incidents


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
