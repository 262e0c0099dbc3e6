"""Rows whose column is one of many given values: `pk__among`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Lookup
from django.db.models.sql.compiler import SQLCompiler

if TYPE_CHECKING:
    AnyLookup = Lookup[Any]
else:
    AnyLookup = Lookup

Sql = tuple[str, tuple[Any, ...]]


@Field.register_lookup
class Among(AnyLookup):
    """Like `in`, with all values as one parameter: the statement stays short, however many there are.

    A statement with hundreds of parameters takes longer to write and read than its rows to find.
    https://www.postgresql.org/docs/current/functions-comparisons.html#FUNCTIONS-COMPARISONS-ANY-SOME
    """

    lookup_name = "among"
    prepare_rhs = False

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        column, values = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", (*values, list(self.rhs))

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """https://sqlite.org/json1.html#jeach"""
        column, values = self.process_lhs(compiler, connection)
        given = orjson.dumps(list(self.rhs)).decode()
        return f"{column} IN (SELECT value FROM json_each(%s))", (*values, given)  # noqa: S608
