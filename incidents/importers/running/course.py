"""How any import goes its way: batch after batch, with progress, and from where an earlier run stopped."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

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

from archive.bulk import analyse_new_tables
from archive.collecting import collecting_later
from incidents.importers.reading import FileError
from incidents.importers.running.plan import Terms
from incidents.models import Import, ImportState, RefusedRow

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)

#: Rows of one transaction. A run that is resumed has the same batches as one that was never stopped.
BATCH = 500
#: Characters of one transaction, but for its last row: rows may be so long that few fit into memory.
HEAVIEST = 4_000_000
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
#: What a batch adds to: nothing of it counts where the batch was not stored.
COUNTS = ("done", "new", "changed", "unchanged", "offered", "flagged", "refused", "published")


class NothingToResume(Exception):
    """No run over this file was stopped before its end.

    `done` is the last one that came to it, if any.
    """

    def __init__(self, message: str, done: Import | None) -> None:
        super().__init__(message)
        self.done = done


class Overtaken(Exception):
    """Another process has gone on with the same run meanwhile."""


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


class File(Protocol):
    """What is imported: a table of rows, or a file of records."""

    path: Path

    @property
    def sha256(self) -> str: ...

    @property
    def bytes_read(self) -> int: ...

    @property
    def bytes_total(self) -> int: ...


#: Called after each batch with the run as it stands and the file, for its bytes.
Progress = Callable[[Import, Any], None]


@dataclass(frozen=True)
class Course:
    """One run and how it takes a batch; `refusal` makes what is kept of a row that cannot be taken.

    `weight` is the number of a row's characters, about.
    """

    run: Import
    take: Callable[[Sequence[Any]], None]
    refusal: Callable[[Any, str], RefusedRow]
    weight: Callable[[Any], int]
    dry_run: bool = False

    def follow(
        self, rows: Iterator[Any], progress: Callable[[], None], at_end: Callable[[], None] = lambda: None
    ) -> None:
        """Take all rows; what goes wrong with the file as a whole ends the run as failed, and is raised.

        `at_end` counts what only the whole file tells.
        """
        try:
            while batch := list(batch_of(rows, self.weight)):
                with collecting_later():
                    self._take(batch)
                batch.clear()
                analyse_new_tables()
                reset_queries()
                progress()
        except BaseException as error:
            self._fail(error)
            raise
        at_end()
        self._end(ImportState.DONE)

    def _take(self, batch: Sequence[Any]) -> None:
        if not self.dry_run:
            self._take_or_part(batch)
            return
        with transaction.atomic():
            self.run.pk = None
            self.run.save(force_insert=True)
            self._take_or_part(batch)
            transaction.set_rollback(True)

    def _take_or_part(self, batch: Sequence[Any]) -> None:
        """Take the batch; where a row breaks it as nobody foresaw, take its halves, down to that row."""
        counted = {name: getattr(self.run, name) for name in COUNTS}
        try:
            with transaction.atomic():
                self._refuse_overtaken()
                self.take(batch)
                self.run.done = batch[-1].number
                self.run.save()
        except BaseException as error:
            for name, number in counted.items():
                setattr(self.run, name, number)
            if not isinstance(error, UNFORESEEN):
                raise
            self._part(batch, error)

    def _refuse_overtaken(self) -> None:
        rows = Import.objects.select_for_update(no_key=True).filter(pk=self.run.pk)
        if rows.values_list("done", flat=True).get() != self.run.done:
            raise Overtaken("Another process is at this import already: leave it to that one.")

    def _part(self, batch: Sequence[Any], error: Exception) -> None:
        logger.warning("A batch of %s rows was not taken: %s", len(batch), _words(error))
        if len(batch) == 1:
            self._refuse(batch[0], _words(error))
            return
        middle = len(batch) // 2
        self._take_or_part(batch[:middle])
        self._take_or_part(batch[middle:])

    def _refuse(self, row: Any, reason: str) -> None:
        with transaction.atomic():
            self.refusal(row, f"unforeseen: {reason}").save()
            self.run.refused += 1
            self.run.done = row.number
            self.run.save()

    def _fail(self, error: BaseException) -> None:
        """Note why the run ends; where the database itself is gone, it stays noted as running."""
        if not isinstance(error, Overtaken):
            with suppress(OperationalError, InterfaceError):
                self._end(ImportState.FAILED, _words(error))

    def _end(self, state: ImportState, error: str = "") -> None:
        """What was counted was stored with each batch, and is not written again."""
        self.run.state, self.run.error, self.run.ended_at = state, error, timezone.now()
        if not self.dry_run:
            self.run.save(update_fields=["state", "error", "ended_at", "vanished"])


def batch_of(rows: Iterator[Any], weight: Callable[[Any], int]) -> Iterator[Any]:
    """The next rows of one transaction; `weight` is the number of a row's characters, about."""
    so_far = 0
    for row in islice(rows, BATCH):
        yield row
        so_far += weight(row)
        if so_far > HEAVIEST:
            return


def begun(file: File, form: str, wish: Wish, **more: Any) -> Import:
    """The run's row, new or resumed, and stored unless nothing is to be. Raises NothingToResume.

    What a run was asked to do holds on when it is resumed; `more` is noted of a new one.
    """
    run = _stopped(file, form) if wish.resume else _new(file, form, wish, more)
    run.state, run.error, run.ended_at = ImportState.RUNNING, "", None
    run.columns = list(getattr(file, "columns", ()))
    if not wish.dry_run:
        run.save()
    return run


def _new(file: File, form: str, wish: Wish, more: dict[str, Any]) -> Import:
    given = {"sha256": file.sha256, "publish": wish.publish, "by": wish.by, **more}
    return Import(format=form, file=file.path.name, **given)


def _stopped(file: File, form: str) -> Import:
    """The last run over the same bytes, where it was stopped."""
    last = Import.objects.filter(format=form, sha256=file.sha256).first()
    if last is None or last.state == ImportState.DONE:
        words = f"No import of {file.path.name} was stopped: leave out “resume”."
        raise NothingToResume(words, last)
    return last


def _words(error: BaseException) -> str:
    """What went wrong, in one line."""
    if isinstance(error, (FileError, Stopped)):
        return str(error)
    return f"{type(error).__name__}: {' '.join(str(error).split())}"[:LONGEST]
