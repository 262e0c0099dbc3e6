"""Indexes that nothing has used since PostgreSQL began to count: `python -m tests.benchmarks indexes`.

Run it when every workload has run. What keeps rows apart is there for that, and is not listed.
https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ALL-INDEXES-VIEW
"""

from __future__ import annotations

from typing import NamedTuple

from tests.benchmarks import sql

UNUSED = """
    SELECT s.relname, s.indexrelname, pg_relation_size(s.indexrelid)
    FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid
    WHERE s.idx_scan = 0 AND NOT i.indisunique AND s.relname LIKE ANY (%s)
    ORDER BY 3 DESC, 1, 2
"""
#: The tables of the archive, the desk and the library.
OURS = ["archive\\_%", "incidents\\_%", "sources\\_%"]


class Unused(NamedTuple):
    table: str
    name: str
    size: int


def unused() -> list[Unused]:
    """The largest first."""
    return [Unused(*row) for row in sql.rows(UNUSED, [OURS])]
