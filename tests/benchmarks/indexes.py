"""Indexes that nothing has used since PostgreSQL began to count: `python -m tests.benchmarks indexes`.

Run it when every workload has run. What keeps rows apart is there for that, and is not listed.
https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ALL-INDEXES-VIEW
"""

from __future__ import annotations

from typing import NamedTuple

import psycopg

from tests.benchmarks.databases import Databases

UNUSED = """
    SELECT s.relname, s.indexrelname, pg_relation_size(s.indexrelid)
    FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid
    WHERE s.idx_scan = 0 AND NOT i.indisunique AND s.relname LIKE ANY (%s)
"""
#: Of each part of the archive, its tables, and the databases on which it is measured.
PARTS = (
    (["archive\\_%"], ["archive"]),
    (["incidents\\_%", "sources\\_%"], ["incidents", "imports"]),
)


class Index(NamedTuple):
    table: str
    name: str


def unused(databases: Databases) -> dict[Index, int]:
    """Those that are unused wherever they are measured, with the bytes of the largest; the largest first.

    Raises psycopg.OperationalError where a part was never measured.
    """
    found: dict[Index, int] = {}
    for tables, kinds in PARTS:
        each = [_unused(databases.beside(kind).address, tables) for kind in kinds]
        everywhere = set(each[0]).intersection(*each[1:])
        found |= {index: max(sizes[index] for sizes in each) for index in everywhere}
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def _unused(address: str, tables: list[str]) -> dict[Index, int]:
    with psycopg.connect(address) as connection:
        rows = connection.execute(UNUSED, [tables]).fetchall()
    return {Index(table, name): size for table, name, size in rows}
