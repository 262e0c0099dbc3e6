"""Storing some steps of a release: editions, changes and catalogue, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.core.management.color import no_style
from django.db import connection, transaction

from archive import catalogue
from archive.bulk import Lines, insert, insert_lines
from archive.editions import last_of
from archive.models import Change, Edition, Forward
from archive.releases.proving import chain_of, proved, told_later
from archive.releases.reading import Step
from archive.vocabulary import ChangeKind


def store(steps: Sequence[Step]) -> None:
    """Raises Unfit for a step that cannot come here; then nothing of these is stored."""
    with transaction.atomic():
        catalogue.one_at_a_time()
        chain = chain_of(last_of(step.change.incident for step in steps))
        appeared = [proved(step, chain) for step in steps if not _is_redaction(step)]
        insert(appeared)
        _redact(step for step in steps if _is_redaction(step))
        _tell(steps)
        _lead_on(steps)
        _show(appeared, {step.change.incident for step in steps})


def complete(steps: Sequence[Step]) -> None:
    """Add what is told now of editions that were closed when they were stored. Raises Unfit.

    What was merged into an incident that was retracted comes back with it; the changes that brought it back
    are stored later, and the catalogue follows those.
    """
    with transaction.atomic():
        for step in steps:
            edition = told_later(step)
            Edition.objects.filter(seal=edition.seal).complete(text=edition.text, note=edition.note)


def _is_redaction(step: Step) -> bool:
    return step.change.kind is ChangeKind.REDACTION


def _redact(steps: Iterable[Step]) -> None:
    """Take the texts that were here before they were redacted."""
    for step in steps:
        said = step.edition.said
        open_editions = Edition.objects.filter(seal=said.seal, redacted_at=None)
        if said.redacted_at:
            open_editions.redact(at=said.redacted_at, reason=said.redaction_reason)


def _tell(steps: Sequence[Step]) -> None:
    """Store the changes under the numbers that they have; the next one that is made here comes after them."""
    seals = {step.change.seal for step in steps}
    keys = dict(Edition.objects.filter(seal__in=seals).values_list("seal", "pk"))
    rows = [
        (step.change.sequence, keys[step.change.seal], step.change.kind.value, step.change.at)
        for step in steps
    ]
    insert_lines(Change, Lines(("id", "edition_id", "kind", "at"), rows))
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Change]):
            cursor.execute(statement)


def _lead_on(steps: Iterable[Step]) -> None:
    """Store what was merged into an incident that is closed: no record that is here says it."""
    for step in steps:
        said = step.edition.said
        if said.merged and not Forward.objects.of_incident(said.incident).exists():
            ways = [way.model_dump() for way in said.merged]
            Forward.objects.bulk_create([Forward(new=said.incident, **way) for way in ways])


def _show(appeared: Sequence[Edition], touched: Iterable[str]) -> None:
    """Let the catalogue follow from the last editions of these incidents."""
    current = {edition.incident: edition for edition in appeared}
    shown = [edition for edition in current.values() if edition.text]
    if shown:
        catalogue.index_composed(catalogue.compose(shown))
    for incident in _closed(touched, {edition.incident for edition in shown}):
        catalogue.remove(incident)


def _closed(touched: Iterable[str], shown: set[str]) -> Iterator[str]:
    """Those whose last edition cannot be read."""
    rest = set(touched) - shown
    for edition in Edition.objects.filter(incident__in=rest).current().filter(text="").order_by("incident"):
        yield edition.incident
