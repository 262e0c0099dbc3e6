"""A whole import: batch after batch, with progress, and from where an earlier run stopped."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone

from archive.record import RecordError
from incidents.importers.parsing.dataset import Dataset as Release
from incidents.importers.parsing.format import Format
from incidents.importers.reading import FileError, Row, Table, open_table
from incidents.importers.running.batch import take
from incidents.importers.running.plan import Plan, Terms, dataset_of
from incidents.importers.running.rows import refusal
from incidents.models import Import, ImportState

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)

#: Rows of one transaction. A run that is resumed has the same batches as one that was never stopped.
BATCH = 500
#: What a row can do to the database that its parser did not foresee.
UNFORESEEN = (DataError, IntegrityError, RecordError, ValidationError)


class NothingToResume(Exception):
    """No run over this file was stopped before its end."""


class Stopped(Exception):
    """Somebody asked the run to stop; what it stored is whole, and it can be resumed."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done with a file."""

    publish: bool = False
    resume: bool = False
    dry_run: bool = False
    release: str | None = None
    terms: Terms | None = None
    by: User | None = None


#: Called after each batch with the run as it stands and the table, for its bytes.
Progress = Callable[[Import, Table], None]


def import_file(path: Path, form: Format, wish: Wish, progress: Progress) -> Import:
    """Import the file's rows; the run's row says what came of them.

    Raises FileError for a file that cannot be read (what came before in it is stored), NothingToResume, and
    Stopped where `progress` raises it.
    """
    with open_table(path, form) as table:
        plan = _plan(table, form, wish)
        try:
            for batch in _batches(table.rows(after=plan.run.done)):
                _take_one(batch, plan, dry_run=wish.dry_run)
                progress(plan.run, table)
        except BaseException as error:
            _end(plan.run, ImportState.FAILED, _words(error), dry_run=wish.dry_run)
            raise
        plan.run.vanished = _vanished(plan)
        _end(plan.run, ImportState.DONE, "", dry_run=wish.dry_run)
    return plan.run


def _plan(table: Table, form: Format, wish: Wish) -> Plan:
    named = form.release_of(table.path.name) if wish.release is None else wish.release
    dataset = dataset_of(form, wish.terms)
    run = _stopped(table, form) if wish.resume else Import(format=form.name, file=table.path.name)
    run.sha256, run.dataset, run.release, run.by = table.sha256, dataset, named, wish.by
    run.publish, run.state, run.error, run.ended_at = wish.publish, ImportState.RUNNING, "", None
    if not wish.dry_run:
        run.save()
    return Plan(form, Release(form.publication, named), dataset, run)


def _stopped(table: Table, form: Format) -> Import:
    """The last run over the same bytes, where it was stopped."""
    last = Import.objects.filter(format=form.name, sha256=table.sha256).first()
    if last is None or last.state == ImportState.DONE:
        raise NothingToResume(f"No import of {table.path.name} was stopped: leave out “resume”.")
    return last


def _batches(rows: Iterator[Row]) -> Iterator[Sequence[Row]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _take_one(batch: Sequence[Row], plan: Plan, *, dry_run: bool) -> None:
    if not dry_run:
        _take_or_part(batch, plan)
        return
    with transaction.atomic():
        plan.run.pk = None
        plan.run.save(force_insert=True)
        _take_or_part(batch, plan)
        transaction.set_rollback(True)


def _take_or_part(batch: Sequence[Row], plan: Plan) -> None:
    """Take the batch; where a row breaks it as nobody foresaw, take its halves, down to that row."""
    counted = {field: getattr(plan.run, field) for field in COUNTS}
    try:
        take(batch, plan)
    except UNFORESEEN as error:
        for field, number in counted.items():
            setattr(plan.run, field, number)
        logger.warning("A batch of %s rows was not taken: %s", len(batch), error)
        if len(batch) == 1:
            _refuse(batch[0], plan, str(error))
            return
        middle = len(batch) // 2
        _take_or_part(batch[:middle], plan)
        _take_or_part(batch[middle:], plan)


COUNTS = ("done", "new", "changed", "unchanged", "offered", "flagged", "refused", "published")


def _refuse(row: Row, plan: Plan, reason: str) -> None:
    with transaction.atomic():
        refusal(row, plan, f"unforeseen: {reason.splitlines()[0]}").save()
        plan.run.refused += 1
        plan.run.done = row.number
        plan.run.save()


def _vanished(plan: Plan) -> int:
    """Rows of the dataset that earlier files had and this one has not: they are listed, and stay."""
    return plan.dataset.rows.exclude(seen=plan.run).count() if plan.run.pk else 0


def _words(error: BaseException) -> str:
    known = isinstance(error, (FileError, Stopped))
    return str(error) if known else f"{type(error).__name__}: {error}"


def _end(run: Import, state: ImportState, error: str, *, dry_run: bool) -> None:
    run.state, run.error, run.ended_at = state, error, timezone.now()
    if not dry_run:
        run.save()
