"""On what was measured, when, and by which command."""

from __future__ import annotations

import os
import platform
import shlex
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from django.db import connection

from tests.benchmarks.sql import is_postgresql, rows

PACKAGES = ("django", "djangorestframework", "gunicorn", "psycopg", "orjson", "datasette")


def surroundings() -> dict[str, str]:
    """What a reader of the results must know; nothing of it names the machine."""
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "command": shlex.join(["python", "-m", "tests.benchmarks", *sys.argv[1:]]),
        "machine": f"{os.cpu_count()} cores, {_memory():.0f} GB, load of {os.getloadavg()[0]:.1f} at the end",
        "database": _database(),
        "versions": ", ".join(
            [f"Python {platform.python_version()}", *(f"{p} {version(p)}" for p in PACKAGES)]
        ),
    }


def _memory() -> float:
    words = Path("/proc/meminfo").read_text().split()
    return int(words[1]) / 1e6


def _database() -> str:
    asked = "SHOW server_version" if is_postgresql() else "SELECT sqlite_version()"
    ((number,),) = rows(asked)
    return f"{connection.display_name} {number}"
