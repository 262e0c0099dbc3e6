"""Making a backup: all rows are read of one state of the database, while everybody goes on."""

from __future__ import annotations

import platform
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone

from archive import editions
from archive.backups import beside
from archive.backups.counters import counter_of
from archive.backups.manifest import MANIFEST, SUMS, BackupError, Manifest, Table, manifest_text, table_file
from archive.backups.schema import Applied, applied
from archive.backups.tables import Model, columns_of, kept_models, label_of, lines_of
from archive.bundle import sums_text
from archive.folders import PRIVATE, Busy, Folder, alone, written_whole
from archive.models import Change
from archive.streams import snapshot

#: A file of gzip without a time and a name, packed fast: https://docs.python.org/3/library/zlib.html#zlib.compressobj
LEVEL, GZIP = 3, 31

#: How many rows are written between two lines of progress.
STEP = 100_000

#: Called with the name of what is written next, and now and then with how far it has come.
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """A backup that was made. `digest`: of the list of its files' digests."""

    path: Path
    manifest: Manifest
    digest: str


def make(path: Path, tell: Tell = lambda _: None, before: Path | None = None) -> Made:
    """Write a backup into a new folder, for its owner's eyes alone.

    `before`: an earlier backup on the same disk; files that have not changed since are shared with it.
    Raises BackupError.
    """
    if path.exists():
        raise BackupError(f"{path} is there already. Name a folder that is not.")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with alone(path.parent), written_whole(path, PRIVATE) as folder:
            said = _manifest(folder, tell, before)
            folder.write(MANIFEST, [manifest_text(said)])
            held = folder.write(SUMS, [sums_text(folder.files).encode()])
    except Busy:
        raise BackupError(
            f"Another backup is being written into {path.parent}. Wait for it to end."
        ) from None
    return Made(path, said, held.sha256)


def _manifest(folder: Folder, tell: Tell, before: Path | None) -> Manifest:
    """Write everything that the manifest tells of: the rows first, for no row is without its file."""
    at = timezone.now()
    with snapshot():
        migrations = applied()
        tables = {label_of(model): _table(folder, model, tell) for model in kept_models(apps)}
        said = _said(migrations, tables)
    folders = {}
    for name in beside.FOLDERS:
        tell(name)
        folders[name] = beside.bring(folder, name, before)
    return said.model_copy(update={"made_at": at, "folders": folders})


def _table(folder: Folder, model: Model, tell: Tell) -> Table:
    rows = 0

    def lines() -> Iterator[bytes]:
        nonlocal rows
        for line in lines_of(model):
            rows += 1
            if rows % STEP == 0:
                tell(f"{label_of(model)}: {rows:,} rows")
            yield line

    tell(label_of(model))
    folder.write(table_file(label_of(model)), _packed(lines()))
    return Table(
        columns=tuple(field.attname for field in columns_of(model)), rows=rows, counter=counter_of(model)
    )


def _said(migrations: Applied, tables: Mapping[str, Table]) -> Manifest:
    head = editions.head()
    return Manifest(
        made_at=timezone.now(),
        archive=settings.SITE_NAME,
        site=settings.SITE_URL,
        engine=f"{connection.vendor} {'.'.join(map(str, connection.get_database_version()))}",
        versions={"python": platform.python_version(), "django": django.__version__},
        migrations=migrations,
        sequence=Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0,
        editions=head.count,
        head=head.text,
        tables=tables,
        folders={},
    )


def _packed(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in, the same bytes out."""
    packing = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
    for line in lines:
        if piece := packing.compress(line):
            yield piece
    yield packing.flush()
