"""A whole import: of the rows of a dataset, or of a file of records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from django.db import transaction

from archive.catalogue import composing_apart
from incidents.importers.parsing.dataset import Dataset as Release
from incidents.importers.parsing.format import Format
from incidents.importers.reading import Table, open_table
from incidents.importers.reading.records import open_records
from incidents.importers.running.batch import take
from incidents.importers.running.course import (
    Course,
    NothingToResume,
    Overtaken,
    Progress,
    Stopped,
    Wish,
    begun,
)
from incidents.importers.running.plan import Plan, dataset_of
from incidents.importers.running.records import RECORDS, refused, take_records, weight_of_item
from incidents.importers.running.rows import refusal, weight_of_row
from incidents.models import DatasetRow, Import

__all__ = [
    "DraftsOnly",
    "NothingToResume",
    "Overtaken",
    "Progress",
    "Stopped",
    "Taking",
    "Wish",
    "import_file",
    "import_records",
    "rows_of",
]

#: Imports one file.
Taking = Callable[[Path, Wish, Progress], Import]


class DraftsOnly(Exception):
    """Rows of this format are published by editors alone; the message says why."""


def import_file(path: Path, form: Format, wish: Wish, progress: Progress) -> Import:
    """Import the file's rows; the run's row says what came of them.

    Raises FileError for a file that cannot be read (what came before in it is stored), NothingToResume,
    DraftsOnly, Overtaken where another process goes on with the same run, and Stopped where `progress` raises
    it.
    """
    if wish.publish and form.drafts:
        raise DraftsOnly(form.drafts)
    with open_table(path, form) as table:
        plan = _plan(table, form, wish)
        run = plan.run
        course = Course(
            run,
            take=lambda batch: take(batch, _stored(plan, wish)),
            refusal=lambda row, reason: refusal(row, plan, reason),
            weight=weight_of_row,
            dry_run=wish.dry_run,
        )
        with composing_apart():
            course.follow(
                table.rows(after=run.done), lambda: progress(run, table), lambda: _count_vanished(plan, wish)
            )
    return run


def rows_of(form: Format) -> Taking:
    """The way in which files of the format are imported."""
    return lambda path, wish, progress: import_file(path, form, wish, progress)


def import_records(path: Path, wish: Wish, progress: Progress) -> Import:
    """Import whole records: dossiers, NDJSON, or another archive's export. Raises like `import_file`."""
    with open_records(path) as file:
        run = begun(file, RECORDS, wish)
        course = Course(
            run,
            take=lambda batch: take_records(batch, run),
            refusal=lambda item, reason: refused(item, run, reason),
            weight=weight_of_item,
            dry_run=wish.dry_run,
        )
        with composing_apart():
            course.follow(file.items(after=run.done), lambda: progress(run, file))
    return run


def _plan(table: Table, form: Format, wish: Wish) -> Plan:
    named = form.release_of(table.path.name) if wish.release is None else wish.release
    with transaction.atomic():
        dataset = dataset_of(form, wish.terms)
        transaction.set_rollback(wish.dry_run)
    run = begun(table, form.name, wish, dataset=dataset, release=named, mapping=form.mapping)
    return Plan(form, Release(form.publication, run.release), dataset, run)


def _stored(plan: Plan, wish: Wish) -> Plan:
    """The plan with the dataset's row, which each batch of a dry run makes anew, if it must, and drops."""
    if not wish.dry_run:
        return plan
    plan.run.dataset = dataset_of(plan.form, wish.terms)
    return replace(plan, dataset=plan.run.dataset)


def _count_vanished(plan: Plan, wish: Wish) -> None:
    """Rows of the dataset that earlier files had and this one has not: they are listed, and stay."""
    if not plan.form.whole:
        return
    rows, run = DatasetRow.objects.filter(dataset=plan.dataset.pk), plan.run
    if wish.dry_run:
        run.vanished = max(0, rows.count() - run.changed - run.unchanged)
    else:
        run.vanished = rows.exclude(seen=run).count()
