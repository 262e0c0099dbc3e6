"""Catalogue rows by which incidents are found: the terms of their texts.

PostgreSQL keeps terms as tsvectors, each column under a GIN index; SQLite as lines, with an FTS5 table over
them: https://www.postgresql.org/docs/current/textsearch-tables.html, https://www.sqlite.org/fts5.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.db import connections, models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from archive.search import COLUMNS, Needle, Query
from archive.search.lines import line_in, vector_of

if TYPE_CHECKING:
    Text = models.TextField[str, str]
    AnyLookup = models.Lookup[tuple[str, ...]]
else:
    Text, AnyLookup = models.TextField, models.Lookup

Row = TypeVar("Row", bound=models.Model)

#: Up to so many rows that are found are sorted; where there are more, a list soon meets some on its way.
FEW = 5000


class TermsField(Text):
    """A line of terms, as `archive.search.lines` makes it."""

    def db_type(self, connection: Any) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return vector_of(value) if connection.vendor == "postgresql" else value

    def from_db_value(self, value: str, expression: Any, connection: Any) -> str:
        return line_in(value) if connection.vendor == "postgresql" else value


@TermsField.register_lookup
class Holds(AnyLookup):
    """Whether the line holds these terms, one after another."""

    lookup_name = "holds"
    prepare_rhs = False

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        left, values = self.process_lhs(compiler, connection)
        return f"{left} @@ %s::tsquery", [*values, " <-> ".join(f"'{term}'" for term in self.rhs)]

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        left, values = self.process_lhs(compiler, connection)
        return f"instr(' ' || {left} || ' ', %s) > 0", [*values, f" {' '.join(self.rhs)} "]


class TermsQuerySet(models.QuerySet[Row]):
    """Rows with columns of terms, `columns`, in the order in which hits are ranked."""

    columns: ClassVar[tuple[str, ...]]

    def matching(self, query: Query, depth: int | None = None, *, first: bool = False) -> Self:
        """Those that hold all that is wanted in the first `depth` columns, and nowhere what is unwanted.

        `first`: only those that do not match in fewer columns.
        """
        within, but_not = self._columns(depth, first)
        found = self.filter(_found(query, within, self.columns))
        return found.exclude(_found(query, but_not, self.columns)) if but_not else found

    def indexed(self, query: Query, depth: int | None = None, *, first: bool = False) -> Self:
        """Some of those that match, straight out of the index: all, or one more than are few."""
        if connections[self.db].vendor != "sqlite":
            return self.matching(query, depth, first=first)[: FEW + 1]
        table, (within, but_not) = terms_table(self.model), self._columns(depth, first)
        asked = f"SELECT rowid FROM {table} WHERE {table} MATCH %s LIMIT %s"
        return self.filter(pk__in=RawSQL(asked, [_asked(query, within, but_not), FEW + 1]))

    def few(
        self, name: str, query: Query, depth: int | None = None, *, first: bool = False
    ) -> list[str] | None:
        """The column `name` of those that match; None where there are many. One query."""
        found = list(self.indexed(query, depth, first=first).values_list(name, flat=True))
        return found if len(found) <= FEW else None

    def _columns(self, depth: int | None, first: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        depth = depth or len(self.columns)
        return self.columns[:depth], self.columns[: depth - 1] if first else ()


class SearchQuerySet(TermsQuerySet["SearchEntry"]):
    columns = COLUMNS


def terms_table(model: type[models.Model]) -> str:
    """The FTS5 table over the model's rows, and the beginning of the names of its indexes."""
    return f"{model._meta.db_table}_terms"


def _found(query: Query, columns: tuple[str, ...], everywhere: tuple[str, ...]) -> Q:
    """What must be true of the columns."""
    wanted = Q()
    for needle in query.wanted:
        wanted &= _anywhere(needle, columns)
    for needle in query.unwanted:
        wanted &= ~_anywhere(needle, everywhere)
    return wanted


def _anywhere(needle: Needle, columns: tuple[str, ...]) -> Q:
    found = Q()
    for column in columns:
        found |= Q(**{f"{column}__holds": needle.terms})
    return found


def _asked(query: Query, columns: tuple[str, ...], but_not: tuple[str, ...]) -> str:
    """The same as FTS5 reads it: https://www.sqlite.org/fts5.html#full_text_query_syntax"""
    unwanted = [_phrase(needle) for needle in query.unwanted]
    unwanted += [f"({_within(query, but_not)})"] if but_not else []
    return " NOT ".join([f"({_within(query, columns)})", *unwanted])


def _within(query: Query, columns: tuple[str, ...]) -> str:
    return " AND ".join(f"{{{' '.join(columns)}}} : {_phrase(needle)}" for needle in query.wanted)


def _phrase(needle: Needle) -> str:
    return f'"{" ".join(needle.terms)}"'


class SearchEntry(models.Model):
    """The terms of one incident's texts, by the column in which they stand."""

    incident = models.OneToOneField("archive.IncidentEntry", on_delete=models.CASCADE, related_name="+")
    title = TermsField()
    names = TermsField()
    said = TermsField()
    prose = TermsField()

    objects = SearchQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.incident_id)
