"""Imports in other processes that are killed and resumed, and what must be the same after all of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection

from archive import catalogue, editions
from archive.models import Edition
from incidents.importers.running.course import COUNTS
from incidents.models import Claim, DatasetRow, Import, Incident
from tests.environment import ROOT, SECRET_KEY
from tests.incidents.test_worker_killed import database_of_the_tests


def started(file: Path, batch: int, statements: int = 0) -> subprocess.Popen[str]:
    """An import of the file in a process of its own; resumed where an earlier one was begun."""
    surroundings = os.environ | {"DATABASE_URL": database_of_the_tests(), "SECRET_KEY": SECRET_KEY}
    surroundings["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    module = [sys.executable, "-m", "tests.incidents.importers.running.dying_import"]
    given = ["ucdp", str(file), "--publish", "--rejects", str(rejects_of(file))]
    resumed = ["--resume"] if Import.objects.exists() else []
    command = [*module, str(batch), str(statements), *given, *resumed]
    return subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def ended(process: subprocess.Popen[str], seconds: float = 600) -> tuple[int, str]:
    """How the process ended, and what it said."""
    said, _ = process.communicate(timeout=seconds)
    return process.returncode, said


def rejects_of(file: Path) -> Path:
    return file.with_name("rejects.csv")


def outcome(file: Path) -> dict[str, Any]:
    """All that does not depend on when it was done: editions, counts, rows, refusals; and what is wrong."""
    run = Import.objects.get()
    columns = ("incident", "number", "kind", "note", "text", "sha256")
    return {
        "state": run.state,
        "counts": {name: getattr(run, name) for name in (*COUNTS, "vanished")},
        "editions": list(Edition.objects.order_by("incident", "number").values_list(*columns)),
        "rows": list(DatasetRow.objects.order_by("number").values_list("external_id", "digest", "claims")),
        "incidents": list(Incident.objects.order_by("key").values_list("key", "state", "next_claim_number")),
        "claims": Claim.objects.count(),
        "rejects": rejects_of(file).read_bytes(),
        "wrong": [*map(str, catalogue.check()), *map(str, editions.verify())],
    }


def wiped() -> None:
    """Everything that an import makes is gone."""
    models = [
        model
        for name in ("archive", "incidents", "sources")
        for model in apps.get_app_config(name).get_models(include_auto_created=True)
    ]
    tables = [model._meta.db_table for model in models]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(sorted(set(tables)))} CASCADE")
            return
        cursor.execute("PRAGMA foreign_keys = OFF")
        for table in tables:
            cursor.execute(f"DELETE FROM {table}")
        cursor.execute("PRAGMA foreign_keys = ON")
