"""Makes the PostgreSQL role of the public process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection

from archive.by_file import ByFile
from archive.grants import PasswordMissing, TooPowerful, grant_reader, stores_objects

VARIABLE = "READER_PASSWORD"


class Command(BaseCommand):
    """To be run again after every migration; says which tables the role reads."""

    help = (
        "Make the PostgreSQL role of the public process, which reads the editions and the catalogue, "
        "adds what readers hand in, and can do nothing else. Run it again after every migration."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("role", help="its name, which nothing else uses, such as “reader”")
        parser.add_argument(
            "--password-file",
            type=Path,
            help=f"a file that holds its password; else {VARIABLE} or the file of {VARIABLE}_FILE does. "
            "A role that exists keeps its own where there is neither",
        )

    def handle(self, *, role: str, password_file: Path | None, **options: Any) -> None:
        if connection.vendor != "postgresql":
            raise CommandError("This database is SQLite, which has no roles: set DATABASE_URL to PostgreSQL.")
        tables = granted(role, password_in(password_file))
        self.stdout.write(
            f"{role} reads {len(tables)} tables, adds what readers hand in, and can do nothing else."
        )
        if stores_objects(role):
            self.stderr.write(
                "But like everybody it may store large objects. Only an administrator of this server can "
                "end that: have archive/database/objects.sql run in this database."
            )


def password_in(file: Path | None) -> str:
    """The password in the file or the environment; empty where there is none."""
    if file is None:
        return str(ByFile().get(VARIABLE, ""))
    try:
        return file.read_text(encoding="utf-8").rstrip("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"The password cannot be read from {file}: {error}") from error


def granted(role: str, password: str) -> list[str]:
    try:
        return grant_reader(role, password)
    except PasswordMissing as error:
        missing = f"“{role}” is new: put its password into {VARIABLE}, or a file into --password-file."
        raise CommandError(missing) from error
    except TooPowerful as error:
        raise CommandError(str(error)) from error
    except DatabaseError as error:
        raise CommandError(f"The database refuses: {str(error).splitlines()[0]}.") from error
