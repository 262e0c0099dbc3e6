"""How any import goes its way: batch after batch, with progress, and from where an earlier run stopped."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone

from archive.record import RecordError
from incidents.importers.reading import FileError
from incidents.importers.running.plan import Terms
from incidents.models import Import, ImportState, RefusedRow

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)

#: Rows of one transaction. A run that is resumed has the same batches as one that was never stopped.
BATCH = 500
#: What a row can do to the database that its parser did not foresee.
UNFORESEEN = (DataError, IntegrityError, RecordError, ValidationError)
COUNTS = ("done", "new", "changed", "unchanged", "offered", "flagged", "refused", "published")


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
    """One run and how it takes a batch; `refusal` makes what is kept of a row that cannot be taken."""

    run: Import
    take: Callable[[Sequence[Any]], None]
    refusal: Callable[[Any, str], RefusedRow]
    dry_run: bool = False

    def follow(self, rows: Iterator[Any], progress: Callable[[], None]) -> None:
        """Take all rows; what goes wrong with the file as a whole ends the run as failed, and is raised."""
        try:
            while batch := list(islice(rows, BATCH)):
                self._take(batch)
                progress()
        except BaseException as error:
            self._end(ImportState.FAILED, _words(error))
            raise
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
                self.take(batch)
                self.run.done = batch[-1].number
                self.run.save()
        except UNFORESEEN as error:
            for name, number in counted.items():
                setattr(self.run, name, number)
            self._part(batch, error)

    def _part(self, batch: Sequence[Any], error: Exception) -> None:
        logger.warning("A batch of %s rows was not taken: %s", len(batch), error)
        if len(batch) == 1:
            self._refuse(batch[0], str(error))
            return
        middle = len(batch) // 2
        self._take_or_part(batch[:middle])
        self._take_or_part(batch[middle:])

    def _refuse(self, row: Any, reason: str) -> None:
        with transaction.atomic():
            self.refusal(row, f"unforeseen: {reason.splitlines()[0]}").save()
            self.run.refused += 1
            self.run.done = row.number
            self.run.save()

    def _end(self, state: ImportState, error: str = "") -> None:
        self.run.state, self.run.error, self.run.ended_at = state, error, timezone.now()
        if not self.dry_run:
            self.run.save()


def begun(file: File, form: str, wish: Wish, **more: Any) -> Import:
    """The run's row, new or resumed, and stored unless nothing is to be. Raises NothingToResume."""
    run = _stopped(file, form) if wish.resume else Import(format=form, file=file.path.name)
    given = {"sha256": file.sha256, "publish": wish.publish, "by": wish.by, "state": ImportState.RUNNING}
    for name, value in {**given, "error": "", "ended_at": None, **more}.items():
        setattr(run, name, value)
    if not wish.dry_run:
        run.save()
    return run


def _stopped(file: File, form: str) -> Import:
    """The last run over the same bytes, where it was stopped."""
    last = Import.objects.filter(format=form, sha256=file.sha256).first()
    if last is None or last.state == ImportState.DONE:
        raise NothingToResume(f"No import of {file.path.name} was stopped: leave out “resume”.")
    return last


def _words(error: BaseException) -> str:
    known = isinstance(error, (FileError, Stopped))
    return str(error) if known else f"{type(error).__name__}: {error}"
