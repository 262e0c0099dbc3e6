"""An order of texts that is the same on every engine, whatever the database's own rules of sorting."""

from __future__ import annotations

from django.db import connection
from django.db.models import F
from django.db.models.functions import Collate


def by_bytes(column: str) -> Collate | F:
    """To order by the column's bytes in UTF-8, as SQLite does of itself.

    https://www.postgresql.org/docs/current/collation.html#COLLATION-MANAGING-STANDARD
    """
    return Collate(column, "C") if connection.vendor == "postgresql" else F(column)
