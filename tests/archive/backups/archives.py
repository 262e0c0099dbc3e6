"""What tests of backups share: an archive with something in every corner, emptied, and compared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection

from archive import catalogue, editions
from archive.backups import read
from archive.backups.manifest import SUMS
from archive.models import CorrectionRequest, Edition
from archive.vocabulary import EditionKind
from sources.captures.keeping import kept_file, sha256
from sources.models import Capture, Source
from tests.incidents.rows import job, snapshot, upload
from tests.sheets import FOLDER

AT = datetime(2026, 11, 30, 3, 15, 0, 123456, tzinfo=UTC)
BODY = "Twenty-eight people were killed. اٹھائیس افراد ہلاک ہوئے۔".encode()


def filled() -> None:
    """A published event with its desk, a redaction, people, a stored copy, and rows of many kinds."""
    call_command("load_dossier", str(FOLDER / "bannu-2018.yaml"), publish=True, verbosity=0)
    User.objects.create_user("anna", password="a password that nobody guesses")
    first = Edition.objects.get()
    corrected = editions.append(first.record, kind=EditionKind.CORRECTION, note="A number was “wrong”.")
    editions.redact(first, reason="It named somebody.")
    catalogue.index(corrected)
    copy_of(Source.objects.earliest("pk"))
    CorrectionRequest.objects.create(kind="correction", page="/", text="A rehearsal.\nOf two lines.")
    for row in (snapshot(at=AT), job(delivery=UUID(int=7)), upload(seen={"b": 1.5, "a": [None, True]})):
        row.save()


def copy_of(source: Source) -> Capture:
    stored = kept_file("page.html", "text/html", BODY, AT)
    return Capture.objects.create(
        source=source,
        captured_at=AT,
        how="uploaded",
        text=BODY.decode(),
        media_type="text/html",
        stored=stored,
        response_sha256=sha256(BODY),
    )


def emptied() -> None:
    """Take every row away, as no code of the archive does."""
    models = [*apps.get_models(include_auto_created=True)]
    tables = sorted({model._meta.db_table for model in models})
    connection.check_constraints()
    with connection.cursor() as cursor:
        for statement in connection.ops.sql_flush(no_style(), tables, allow_cascade=True):
            cursor.execute(statement)


def sums(backup: Path) -> Mapping[str, str]:
    """The digest of each file of the backup, but for what tells of the moment and the engine."""
    lines = (backup / SUMS).read_text().splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines) if name != "backup.json"}


def told(backup: Path) -> Mapping[str, object]:
    """What the manifest says, but for the moment, the engine and the counters."""
    said = read(backup).model_dump()
    return {name: said[name] for name in said.keys() - {"made_at", "engine", "versions", "tables"}}
