"""Brings a dataset's rows into the archive."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from incidents.importers.formats.mapping import MappingError
from incidents.importers.parsing.format import Format
from incidents.importers.reading import FileError
from incidents.importers.registry import FORMATS
from incidents.importers.running.forms import mapped
from incidents.importers.running.plan import Terms
from incidents.importers.running.records import RECORDS
from incidents.importers.running.rejects import give_back
from incidents.importers.running.run import (
    DraftsOnly,
    NothingToResume,
    Overtaken,
    Stopped,
    Taking,
    Wish,
    import_records,
    rows_of,
)
from incidents.importers.running.withdrawing import withdraw
from incidents.importers.running.words import summary
from incidents.management.progress import Bar
from incidents.models import Import

#: ACLED's list of events that it has withdrawn.
DELETED = "acled-deleted"


class Command(BaseCommand):
    """Rows are loaded in batches, each whole; what is refused is kept, and written to a file if asked.

    Run twice, nothing changes the second time; run with a newer release, what changed is updated.
    """

    help = "Import the rows of a dataset: each becomes an incident, or claims offered to one that is here."

    def add_arguments(self, parser: CommandParser) -> None:
        names = ", ".join([*sorted(FORMATS), DELETED, RECORDS])
        parser.add_argument("format", help=f"{names}, or a mapping file, whose name ends in .yaml")
        parser.add_argument("file", type=Path, help="the file; it may be packed as gz, zip or xz")
        parser.add_argument("--dry-run", action="store_true", help="tell what would happen; store nothing")
        parser.add_argument("--publish", action="store_true", help="publish what is loaded")
        parser.add_argument("--resume", action="store_true", help="go on where an earlier run was stopped")
        parser.add_argument("--rejects", type=Path, help="write refused rows to this file, to be mended")
        parser.add_argument("--release", help="the dataset's release, where the file's name does not say it")
        parser.add_argument("--licence", help="the licence under which you have the dataset")
        parser.add_argument(
            "--redistributable", action="store_true", help="that licence lets the archive publish the rows"
        )

    def handle(self, **options: Any) -> None:
        if options["format"] == DELETED:
            self._withdraw(options["file"])
        else:
            self._import(options)

    def _withdraw(self, path: Path) -> None:
        try:
            with Bar(sys.stderr, path.name) as bar:
                count = withdraw(path, bar.show)
        except FileError as error:
            raise CommandError(str(error)) from error
        are = "event is" if count.here == 1 else "events are"
        self.stdout.write(
            f"{count.here:,} {are} here, and flagged as withdrawn; {count.elsewhere:,} are not here."
        )
        if count.unread:
            self.stdout.write(f"{count.unread:,} lines could not be read.")

    def _import(self, options: Any) -> None:
        wish = Wish(
            publish=options["publish"],
            resume=options["resume"],
            dry_run=options["dry_run"],
            release=options["release"],
            terms=_terms(options["licence"], options["redistributable"]),
        )
        self.rejects: Path | None = None if wish.dry_run else options["rejects"]
        if self.rejects:
            _refuse_unwritable(self.rejects)
        run = self._run(options["file"], _taking(options["format"]), wish)
        self._tell(run, dry_run=wish.dry_run)
        self._give_back(run)

    def _run(self, path: Path, taking: Taking, wish: Wish) -> Import:
        runs: list[Import] = []
        try:
            with Bar(sys.stderr, path.name) as bar, _interruptible() as stopping:

                def progress(run: Import, file: Any) -> None:
                    runs[:] = [run]
                    bar.show(run.done, file)
                    stopping()

                return taking(path, wish, progress)
        except NothingToResume as error:
            if error.done is None or self.rejects is None:
                raise CommandError(str(error)) from error
            return error.done
        except (DraftsOnly, Overtaken) as error:
            raise CommandError(str(error)) from error
        except (FileError, Stopped, DatabaseError) as error:
            if runs and not isinstance(error, DatabaseError):
                self._give_back(runs[0])
            raise CommandError(f"{_why(error)}{_how_far(error, runs, wish)}") from error

    def _give_back(self, run: Import) -> None:
        if self.rejects:
            number = give_back(run, self.rejects)
            self.stdout.write(f"{number} refused are in {self.rejects}: mend and import them.")

    def _tell(self, run: Import, *, dry_run: bool) -> None:
        self.stdout.write("This is what would happen:" if dry_run else f"{run.file} is imported:")
        for word, number in summary(run):
            self.stdout.write(f"{number:>9,}  {word}")
        if run.publish and run.dataset and not run.dataset.redistributable:
            self.stdout.write(
                "Nothing of it was published: its licence does not let the archive do so. If yours does, "
                "say so: --licence “…” --redistributable."
            )


def _taking(name: str) -> Taking:
    """How files of the format are taken. Raises CommandError for one that is not known."""
    if name == RECORDS:
        return import_records
    return rows_of(FORMATS.get(name) or _mapped(Path(name)))


def _mapped(path: Path) -> Format:
    if path.suffix not in (".yaml", ".yml"):
        names = ", ".join([*sorted(FORMATS), RECORDS])
        raise CommandError(f"“{path}” is no format: choose {names}, or name a mapping file (.yaml).")
    try:
        return mapped(path.read_bytes())
    except OSError as error:
        raise CommandError(f"{path}: cannot be read: {error.strerror}") from error
    except MappingError as error:
        raise CommandError("\n".join(f"{path}: {problem}" for problem in error.problems)) from error


def _refuse_unwritable(rejects: Path) -> None:
    """Raise CommandError, before anything is imported, where refused rows could not be written."""
    try:
        rejects.open("a", encoding="utf-8").close()
    except OSError as error:
        raise CommandError(f"{rejects}: cannot be written: {error.strerror or error}") from error


def _why(error: Exception) -> str:
    if isinstance(error, DatabaseError):
        return f"The database gave up: {' '.join(str(error).split())}."
    return f"{str(error).rstrip('.')}."


def _how_far(error: Exception, runs: Sequence[Import], wish: Wish) -> str:
    """What is stored, and how to go on."""
    if wish.dry_run:
        return ""
    if not runs:
        return " What was stored before stays." if wish.resume else " Nothing was imported."
    stored = f" {runs[0].done:,} rows are stored or refused, whole"
    if isinstance(error, FileError):
        return f"{stored}: import a sound file of it anew, they are not stored twice."
    return f"{stored}: go on behind them with --resume."


def _terms(licence: str | None, redistributable: bool) -> Terms | None:
    """Raises CommandError for permission without a licence that gives it."""
    if redistributable and not licence:
        raise CommandError("Name the licence that lets the archive publish the rows: --licence “…”.")
    return Terms(licence, redistributable) if licence else None


@contextmanager
def _interruptible() -> Iterator[Any]:
    """Let a signal stop the run behind the batch that it is at; the function given raises Stopped then."""
    asked: list[int] = []

    def ask(number: int, frame: FrameType | None) -> None:
        asked.append(number)

    def stopping() -> None:
        if asked:
            raise Stopped("The import was stopped.")

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
