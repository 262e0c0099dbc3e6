"""A whole import: batch after batch, with progress, and from where an earlier run stopped."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import (
    DataError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    reset_queries,
    transaction,
)
from django.utils import timezone

from incidents.importers.parsing.dataset import Dataset as Release
from incidents.importers.parsing.format import Format
from incidents.importers.reading import FileError, Row, Table, open_table
from incidents.importers.running.batch import Overtaken, take
from incidents.importers.running.plan import Plan, Terms, dataset_of
from incidents.importers.running.rows import refusal
from incidents.models import DatasetRow, Import, ImportState

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)

#: Rows of one transaction. A run that is resumed has the same batches as one that was never stopped.
BATCH = 500
#: How a row can fail that its parser did not foresee. A record's own errors are ValueErrors.
UNFORESEEN = (
    ArithmeticError,
    DataError,
    IntegrityError,
    LookupError,
    TypeError,
    ValidationError,
    ValueError,
)


#: Characters of a reason that nobody foresaw.
LONGEST = 500


class NothingToResume(Exception):
    """No run over this file was stopped before its end; `done` is the last one that came to it, if any."""

    def __init__(self, message: str, done: Import | None) -> None:
        super().__init__(message)
        self.done = done


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

    Raises FileError for a file that cannot be read (what came before in it is stored), NothingToResume,
    Overtaken where another process goes on with the same run, and Stopped where `progress` raises it.
    """
    with open_table(path, form) as table:
        plan = _plan(table, form, wish)
        try:
            for batch in _batches(table.rows(after=plan.run.done)):
                _take_one(batch, plan, wish)
                reset_queries()
                progress(plan.run, table)
        except BaseException as error:
            _fail(plan.run, error, wish)
            raise
        plan.run.vanished = _vanished(plan, wish)
        _end(plan.run, ImportState.DONE, "", wish)
    return plan.run


def _plan(table: Table, form: Format, wish: Wish) -> Plan:
    run = _stopped(table, form) if wish.resume else _begun(table, form, wish)
    with transaction.atomic():
        run.dataset = dataset = dataset_of(form, wish.terms)
        transaction.set_rollback(wish.dry_run)
    run.state, run.error, run.ended_at = ImportState.RUNNING, "", None
    if not wish.dry_run:
        run.save()
    return Plan(form, Release(form.publication, run.release), dataset, run)


def _begun(table: Table, form: Format, wish: Wish) -> Import:
    release = form.release_of(table.path.name) if wish.release is None else wish.release
    given = {"release": release, "publish": wish.publish, "by": wish.by}
    return Import(format=form.name, file=table.path.name, sha256=table.sha256, **given)


def _stopped(table: Table, form: Format) -> Import:
    """The last run over the same bytes, where it was stopped: what it was asked to do holds on."""
    last = Import.objects.filter(format=form.name, sha256=table.sha256).first()
    if last is None or last.state == ImportState.DONE:
        raise NothingToResume(f"No import of {table.path.name} was stopped: leave out “resume”.", last)
    return last


def _batches(rows: Iterator[Row]) -> Iterator[Sequence[Row]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _take_one(batch: Sequence[Row], plan: Plan, wish: Wish) -> None:
    if not wish.dry_run:
        _take_or_part(batch, plan)
        return
    with transaction.atomic():
        plan.run.pk, plan.run.dataset = None, dataset_of(plan.form, wish.terms)
        plan.run.save(force_insert=True)
        _take_or_part(batch, replace(plan, dataset=plan.run.dataset))
        transaction.set_rollback(True)


def _take_or_part(batch: Sequence[Row], plan: Plan) -> None:
    """Take the batch; where a row breaks it as nobody foresaw, take its halves, down to that row."""
    counted = {field: getattr(plan.run, field) for field in COUNTS}
    try:
        take(batch, plan)
    except BaseException as error:
        for field, number in counted.items():
            setattr(plan.run, field, number)
        if not isinstance(error, UNFORESEEN):
            raise
        logger.warning("A batch of %s rows was not taken: %s", len(batch), _words(error))
        _part(batch, plan, error)


def _part(batch: Sequence[Row], plan: Plan, error: Exception) -> None:
    if len(batch) == 1:
        _refuse(batch[0], plan, _words(error))
        return
    middle = len(batch) // 2
    _take_or_part(batch[:middle], plan)
    _take_or_part(batch[middle:], plan)


#: What a batch adds to: nothing of it counts where the batch was not stored.
COUNTS = ("done", "new", "changed", "unchanged", "offered", "flagged", "refused", "published")


def _refuse(row: Row, plan: Plan, reason: str) -> None:
    with transaction.atomic():
        refusal(row, plan, f"unforeseen: {reason}").save()
        plan.run.refused += 1
        plan.run.done = row.number
        plan.run.save()


def _vanished(plan: Plan, wish: Wish) -> int:
    """Rows of the dataset that earlier files had and this one has not: they are listed, and stay."""
    rows = DatasetRow.objects.filter(dataset=plan.dataset.pk)
    if wish.dry_run:
        return max(0, rows.count() - plan.run.changed - plan.run.unchanged)
    return rows.exclude(seen=plan.run).count()


def _words(error: BaseException) -> str:
    """What went wrong, in one line."""
    if isinstance(error, (FileError, Overtaken, Stopped)):
        return str(error)
    return f"{type(error).__name__}: {' '.join(str(error).split())}"[:LONGEST]


def _fail(run: Import, error: BaseException, wish: Wish) -> None:
    """Note why the run ends; where the database itself is gone, the run stays noted as running."""
    if not isinstance(error, Overtaken):
        with suppress(OperationalError, InterfaceError):
            _end(run, ImportState.FAILED, _words(error), wish)


def _end(run: Import, state: ImportState, error: str, wish: Wish) -> None:
    """What was counted was stored with each batch, and is not written again."""
    run.state, run.error, run.ended_at = state, error, timezone.now()
    if not wish.dry_run:
        run.save(update_fields=["state", "error", "ended_at", "vanished"])
