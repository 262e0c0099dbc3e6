"""Importing and publishing beside its floors: `python -m tests.benchmarks.importing 200000 [--file FILE]`.

The last line is JSON.

On a database of its own; DATABASE_URL chooses the engine, and SECRET_KEY must be set. The floors, measured in
the same run: reading the file by `csv.reader` alone, and storing the very rows that end up in the tables, by
plain COPY on PostgreSQL and by `executemany` on SQLite, into the same tables with their indexes. What a row
costs is told for each stretch of the file: the time that passed, and beside it the time of the processors in
the import, its composing processes and the database's server, which other work on the machine hardly moves.
That of the whole import is told for each of the three, and that of the floor for its server and this process.
`--flat` leaves out the floor, whose copies need as much room again: half a million rows take some 40 GB.
`--keep` keeps the database for the next run, whose rows come on top: so the same few rows can be measured in
an empty database and in a full one, one right after the other.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

from django.apps import apps  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402

from incidents.importers.formats.ucdp import UCDP  # noqa: E402
from incidents.importers.reading import Table, open_table  # noqa: E402
from incidents.importers.running.run import Wish, import_file  # noqa: E402
from incidents.models import DatasetRow, Import  # noqa: E402
from tests.benchmarks.importing.rows import write  # noqa: E402

#: Rows between two lines on what a row costs.
STRETCH = 10_000
#: How often the file is read alone, which tells whether the machine is quiet.
READINGS = 5


def main(rows: int, file: Path | None, *, flat: bool, keep: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        connection.settings_dict["TEST"]["NAME"] = f"{folder}/archive.sqlite3" if _on_sqlite() else None
        connection.creation.create_test_db(verbosity=0, serialize=False, keepdb=keep)
        path = file or Path(folder, "ged.csv")
        if file is None:
            write(path, rows, first=DatasetRow.objects.count() + 1)
        try:
            _import(path) if flat else measure(path, Path(folder))
        finally:
            connection.creation.destroy_test_db("", verbosity=0, keepdb=keep)


def measure(path: Path, folder: Path) -> None:
    reads = [_timed(lambda: _read_alone(path)) for _ in range(READINGS)]
    read, rows = reads[0]
    _say(f"csv.reader alone: {rows} rows in {read:.2f} s")
    before = _worked_so_far()
    whole, stretches = _import(path)
    worked = _worked_so_far() - before
    before = _worked_so_far()
    stored, floor = _copy_floor(folder) if not _on_sqlite() else _sqlite_floor()
    _say(f"processors of the import: {worked}; of writing and reading the floor: {_worked_so_far() - before}")
    _say(f"floor: {stored} rows of all tables in {floor:.1f} s")
    _say(f"{connection.vendor}: import and publication {whole:.1f} s, {rows / whole:.0f} rows/s;")
    _say(f"{whole / floor:.1f} × the floor; {whole / read:.0f} × csv.reader; {_memory()} MB at its peak")
    told = {"csv.reader": [rows / one for one, _ in reads], "stored by COPY": [rows / floor]}
    told |= {"import and publish": [rows / whole], "stretches": stretches, "processors": list(worked)}
    _say(json.dumps(told))


def _read_alone(path: Path) -> int:
    with open_table(path, UCDP) as table:
        packed = table.bytes_total
    if path.suffix == ".csv" and packed:
        with path.open(encoding="utf-8", newline="") as file:
            return sum(1 for _ in csv.reader(file)) - 1
    import gzip

    with gzip.open(path, "rt", encoding="utf-8", newline="") as text:
        return sum(1 for _ in csv.reader(text)) - 2


def _import(path: Path) -> tuple[float, list[float]]:
    """Its seconds, and the milliseconds of processors that a row took in each stretch."""
    stretches: list[float] = []
    began = time.perf_counter()
    last = began, _worked_so_far().all

    def progress(run: Import, table: Table) -> None:
        nonlocal last
        if run.done % STRETCH == 0:
            now = time.perf_counter(), _worked_so_far().all
            passed, worked = ((one - other) / STRETCH * 1000 for one, other in zip(now, last, strict=True))
            stretches.append(worked)
            _say(f"  {run.done:>7} rows: {passed:.2f} ms each, {worked:.2f} of processors, {_memory()} MB")
            last = now

    import_file(path, UCDP, Wish(publish=True, release="22.1"), progress)
    return time.perf_counter() - began, stretches


class Worked(NamedTuple):
    """Seconds that processors worked: for this process, for those it began, and for the server's."""

    own: float
    composing: float
    server: float

    @property
    def all(self) -> float:
        return self.own + self.composing + self.server

    def __sub__(self, other: Worked) -> Worked:
        return Worked(*(one - before for one, before in zip(self, other, strict=True)))

    def __str__(self) -> str:
        return f"{self.all:.1f} s ({', '.join(f'{name} {one:.1f}' for name, one in self._asdict().items())})"


def _worked_so_far() -> Worked:
    own = os.times()
    ended = own.children_user + own.children_system
    return Worked(own.user + own.system, ended + sum(map(_worked, _begun())), sum(map(_worked, _backend())))


def _begun() -> list[str]:
    return [
        child
        for tasks in Path("/proc/self/task").iterdir()
        for child in (tasks / "children").read_text().split()
    ]


def _backend() -> list[str]:
    """The process of the server on this machine that works for this connection."""
    if _on_sqlite():
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return [str(cursor.fetchone()[0])]


def _worked(process: str) -> float:
    """https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: fields 14 and 15, in ticks of the clock."""
    try:
        fields = Path("/proc", process, "stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _copy_floor(folder: Path) -> tuple[int, float]:
    """Write every table to a file, empty it, and take the time of copying all back."""
    tables = [model._meta.db_table for model in _models()]
    with connection.cursor() as cursor:
        for table in tables:
            with (folder / table).open("wb") as file, cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
                for block in copy:
                    file.write(block)
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
        seconds, stored = _timed(lambda: _copy_all_back(cursor, folder, tables))
    return stored, seconds


def _copy_all_back(cursor: object, folder: Path, tables: list[str]) -> int:
    """One transaction: references between the tables are checked at its end."""
    with transaction.atomic():
        return sum(_copy_back(cursor, folder / table, table) for table in tables)


def _copy_back(cursor: object, file: Path, table: str) -> int:
    with file.open("rb") as source, cursor.copy(f'COPY "{table}" FROM STDIN') as copy:  # type: ignore[attr-defined]
        while block := source.read(1 << 16):
            copy.write(block)
    return int(cursor.rowcount)  # type: ignore[attr-defined]


def _sqlite_floor() -> tuple[int, float]:
    """Read every table, empty it, and take the time of inserting all again, in one transaction."""
    held: dict[str, list[tuple[object, ...]]] = {}
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        for model in reversed(_models()):
            table = _with_columns(model)
            cursor.execute(f"SELECT {table.partition('(')[2].rstrip(')')} FROM {model._meta.db_table}")
            held[table] = cursor.fetchall()
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
        seconds, _ = _timed(lambda: _insert_all(held))
    return sum(map(len, held.values())), seconds


def _with_columns(model: type[models.Model]) -> str:
    """The table with the columns that it does not compute itself."""
    stored = [f'"{field.column}"' for field in model._meta.concrete_fields if not field.generated]
    return f"{model._meta.db_table}({','.join(stored)})"


def _insert_all(held: dict[str, list[tuple[object, ...]]]) -> None:
    driver = connection.connection
    driver.execute("BEGIN")
    for table, rows in held.items():
        if rows:
            driver.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)
    driver.execute("COMMIT")


def _models() -> list[type[models.Model]]:
    """The tables of the archive that an import fills, in an order in which their rows can be stored."""
    names = ("archive", "incidents", "sources")
    found = [
        model for name in names for model in apps.get_app_config(name).get_models(include_auto_created=True)
    ]
    return [model for model in found if model._default_manager.exists()]


def _timed(work: object) -> tuple[float, int]:
    began = time.perf_counter()
    result = work()  # type: ignore[operator]
    return time.perf_counter() - began, result


def _memory() -> int:
    """The most that this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _on_sqlite() -> bool:
    return connection.vendor == "sqlite"


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int, nargs="?", default=20_000)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--flat", action="store_true")
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    main(given.rows, given.file, flat=given.flat, keep=given.keep)
