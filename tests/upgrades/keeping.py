"""Makes the file of a version's database that later versions are tried on:

    DEBUG=1 DATABASE_URL=sqlite:////tmp/kept.sqlite3 python -m tests.upgrades.keeping 2026-11-30

In an empty database of either engine: three events are published, and corrected, redacted, retracted; people,
a copy and a request are there. Run with the code of that version, once on each engine.
"""

from __future__ import annotations

import lzma
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from archive.models import CorrectionRequest, Edition  # noqa: E402
from incidents import publishing  # noqa: E402
from incidents.models import Incident  # noqa: E402
from sources.models import Capture, Source  # noqa: E402

HERE = Path(__file__).parent
DOSSIERS = HERE.parents[1] / "incidents" / "demo"
EVENTS = ("balochistan-2024", "mastung-2018", "bannu-2018")


def fill() -> None:
    call_command("migrate", verbosity=0)
    call_command("load_dossier", *(str(DOSSIERS / f"{name}.yaml") for name in EVENTS), publish=True)
    anna = User.objects.create_user("anna", password="a password of the earlier version", is_staff=True)
    anna.groups.add(Group.objects.get(name="curator"))
    _correct(Incident.objects.get(key="m4s8td"))
    publishing.redact(Edition.objects.get(incident="m4s8td", number=1), by=None, reason="It named somebody.")
    publishing.retract(Incident.objects.get(key="w6k5nj"), by=None, reason="Its source was withdrawn.")
    said = {"captured_at": datetime(2026, 11, 30, tzinfo=UTC), "text": "Twenty-eight people were killed."}
    Capture.objects.create(source=Source.objects.earliest("pk"), **said)
    CorrectionRequest.objects.create(kind="correction", page="/incidents/k7m2qa/", text="It is wrong.")


def _correct(incident: Incident) -> None:
    incident.title += " (corrected)"
    incident.save()
    publishing.publish(incident, by=None, note="Its title was corrected.")


def keep(name: str) -> Path:
    kept, content = (_sqlite if connection.vendor == "sqlite" else _postgresql)()
    path = HERE / f"{name}.{kept}.xz"
    path.write_bytes(lzma.compress(content, preset=9 | lzma.PRESET_EXTREME))
    return path


def _sqlite() -> tuple[str, bytes]:
    """The file itself, without what was deleted from it."""
    path = Path(connection.settings_dict["NAME"])
    connection.close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("VACUUM")
    database.close()
    return "sqlite3", path.read_bytes()


def _postgresql() -> tuple[str, bytes]:
    """Statements that any client can send: the lines for psql alone are left out."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"))
    command = [shutil.which("pg_dump") or str(found[-1]), "--no-owner", "--no-acl", "--rows-per-insert=50"]
    connected = connection.get_connection_params()
    address = [f"--{name}={connected[name]}" for name in ("host", "port") if connected.get(name)]
    user = [f"--username={connected['user']}", f"--dbname={connected['dbname']}"]
    done = subprocess.run([*command, *address, *user], check=True, capture_output=True)
    lines = done.stdout.splitlines(keepends=True)
    return "sql", b"".join(line for line in lines if not line.startswith((b"\\", b"--")))


if __name__ == "__main__":
    fill()
    print(keep(sys.argv[1]))  # noqa: T201
