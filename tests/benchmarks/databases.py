"""Where the databases of the benchmarks are: one for each size and engine, kept from run to run."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / ".local" / "benchmarks"
SIZES = {"2k": 2_000, "10k": 10_000, "200k": 200_000, "1m": 1_000_000}
#: What they hold: the archive, rows of the desk, or what an import or a renaming makes.
KINDS = ("archive", "incidents", "imports", "imported", "renamed")
#: What processes take over from the caller.
CALLERS = ("PATH", "HOME", "LANG", "VIRTUAL_ENV")
ENGINES = ("sqlite", "postgres")


@dataclass(frozen=True, slots=True)
class Databases:
    """Those of one size. `server`: the address of a PostgreSQL database, beside which they are made.

    `what` they hold: one of `KINDS`.
    """

    size: str
    engine: str
    server: str = ""
    what: str = "archive"

    @property
    def incidents(self) -> int:
        return SIZES[self.size]

    @property
    def rows(self) -> Path:
        """The SQLite file of the twin's rows: the same beside both engines."""
        return FOLDER / f"rows-{self.size}.sqlite3"

    @property
    def name(self) -> str:
        """On PostgreSQL, of the database."""
        return f"{urlsplit(self.server).path.lstrip('/')}_{self.what}_{self.size}"

    @property
    def address(self) -> str:
        """As DATABASE_URL gives it."""
        if self.engine == "sqlite":
            return f"sqlite:///{self._file}"
        return urlunsplit(urlsplit(self.server)._replace(path=f"/{self.name}"))

    def environment(self) -> dict[str, str]:
        """What processes need that work on them; nothing of the caller's own settings reaches them."""
        own = {
            name: os.environ[name] for name in ("PATH", "HOME", "LANG", "VIRTUAL_ENV") if name in os.environ
        }
        return own | {
            "DATABASE_URL": self.address,
            "BENCHMARK_ROWS": str(self.rows),
            "DJANGO_SETTINGS_MODULE": "tests.benchmarks.served.settings",
            "SECRET_KEY": "for-benchmarks-alone-and-long-enough-to-satisfy-the-deployment-check",
            "STATIC_ROOT": str(FOLDER / "static"),
            "STATIC_COMPRESSED": "0",
            "API_RATE": "0",
        }

    def make(self) -> None:
        """Make the database where it is missing."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        if self.engine == "postgres":
            _create(self.server, self.name)

    def drop(self) -> None:
        """Those that hold something else beside the archive's as well."""
        for what in KINDS:
            self.beside(what)._drop()
        self.rows.unlink(missing_ok=True)

    def beside(self, what: str) -> Databases:
        """Those of the same size that hold something else."""
        return replace(self, what=what)

    def _drop(self) -> None:
        if self.engine == "postgres":
            _run(self.server, f'DROP DATABASE IF EXISTS "{self.name}"')
        else:
            for ending in ("", "-wal", "-shm"):
                Path(f"{self._file}{ending}").unlink(missing_ok=True)

    @property
    def _file(self) -> Path:
        return FOLDER / f"{self.what}-{self.size}.sqlite3"


def server_asked() -> str:
    """The PostgreSQL database that DATABASE_URL names; ends the process where it names none."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith(("postgres:", "postgresql:")):
        sys.exit("Name a PostgreSQL database in DATABASE_URL: those of the benchmarks are made beside it.")
    return address


def _create(server: str, name: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
    if not found:
        _run(server, f'CREATE DATABASE "{name}"')


def _run(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement.encode())
