"""The full-text table of the twin's rows, as the manual of SQLite makes one; Datasette searches in it.

https://www.sqlite.org/fts5.html
"""

from __future__ import annotations

from django.db import connections

TABLE = "twin_incident_fts"
TEXTS = """
    SELECT i.key, i.title, p.name,
        (SELECT group_concat(c.stated || ' ' || c.text, ' ') FROM twin_claim c WHERE c.incident_id = i.key),
        (SELECT group_concat(t.quote, ' ') FROM twin_citation t JOIN twin_claim c ON c.id = t.claim_id
         WHERE c.incident_id = i.key)
    FROM twin_incident i JOIN twin_place p ON p.key = i.place_id
"""


def make(alias: str) -> None:
    """Make it anew."""
    with connections[alias].cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
        cursor.execute(
            f"CREATE VIRTUAL TABLE {TABLE} "
            "USING fts5(key UNINDEXED, title, names, said, quotes, tokenize='porter')"
        )
        cursor.execute(f"INSERT INTO {TABLE} {TEXTS}")
