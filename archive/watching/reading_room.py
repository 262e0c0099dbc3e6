"""What is to be known of every process: version, database, what is published, and the room that is left."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max
from django.utils import timezone

from archive.models import Edition, IncidentEntry
from archive.models.search_index import unprepared
from archive.watching.facts import Fact, Section, in_bytes, in_time
from archive.watching.replica import replica

#: Less room than this is too little, of the whole and in bytes.
LITTLE, FEW_BYTES = 0.05, 1_000_000_000


def reading_room() -> list[Section]:
    return [
        Section("The archive", [version(), role()]),
        Section("The database", [engine(), size(), migrations(), search_index()]),
        *replica(),
        Section("Published", [editions(), incidents(), last_edition()]),
        Section("Room", [room(name, path) for name, path in folders()]),
    ]


def version() -> Fact:
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text("utf-8"))["project"]
    return Fact("version", "version", project["version"])


def role() -> Fact:
    return Fact("role", "serves", settings.ARCHIVE_ROLE, f"{settings.ARCHIVE_ROLE}, at {settings.SITE_URL}")


def engine() -> Fact:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        number = str(cursor.fetchone()[0]).split()[0]
    return Fact("database", "engine", f"{connection.display_name} {number}")


def size() -> Fact:
    pages = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    with connection.cursor() as cursor:
        cursor.execute(
            pages if connection.vendor == "sqlite" else "SELECT pg_database_size(current_database())"
        )
        found = int(cursor.fetchone()[0])
    return Fact("database_bytes", "size", found, in_bytes(found))


def migrations() -> Fact:
    """The public role of PostgreSQL may not see which were applied."""
    if not settings.SERVES_DESK:
        return Fact("migrations_missing", "migrations", None)
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if not missing:
        return Fact("migrations_missing", "migrations", 0, "all applied")
    trouble = f"{missing} migrations are missing: run “manage.py migrate”."
    return Fact("migrations_missing", "migrations", missing, f"{missing} missing", trouble)


def search_index() -> Fact:
    if not any(unprepared()):
        return Fact("search_index", "search index", 1, "there")
    trouble = "The search index is missing: run “manage.py migrate”, which makes it."
    return Fact("search_index", "search index", 0, "missing", trouble)


def editions() -> Fact:
    return Fact("editions", "editions", Edition.objects.count())


def incidents() -> Fact:
    return Fact("incidents", "incidents", IncidentEntry.objects.count())


def last_edition() -> Fact:
    last = Edition.objects.aggregate(last=Max("published_at"))["last"]
    if last is None:
        return Fact("last_edition_seconds", "last edition", None, "none yet")
    seconds = (timezone.now() - last).total_seconds()
    return Fact(
        "last_edition_seconds", "last edition", seconds, f"{last:%Y-%m-%d %H:%M} UTC, {in_time(seconds)} ago"
    )


def folders() -> list[tuple[str, Path]]:
    """The folders that this process may fill, by the word for what is in them."""
    found = {"releases": settings.RELEASES_DIR}
    if settings.SERVES_DESK:
        found |= {"imports": settings.IMPORTS_DIR, "captures": settings.CAPTURES_DIR}
    if connection.vendor == "sqlite":
        found["database"] = Path(settings.DATABASES["default"]["NAME"]).parent
    return [(name, Path(path)) for name, path in found.items()]


def room(name: str, path: Path) -> Fact:
    """How much is left where the folder is, or will be."""
    there = next(place for place in (path.absolute(), *path.absolute().parents) if place.exists())
    disk = shutil.disk_usage(there)
    tight = disk.free < max(FEW_BYTES, LITTLE * disk.total)
    trouble = f"Only {in_bytes(disk.free)} are left for {name} in {path}: make room." if tight else ""
    said = f"{in_bytes(disk.free)} of {in_bytes(disk.total)} left"
    return Fact(f"free_bytes_{name}", name, disk.free, said, trouble)
