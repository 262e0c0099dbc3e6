"""Catalogue rows by which incidents are found: the terms of their texts.

PostgreSQL keeps them as tsvectors, each column under a GIN index; SQLite as lines, with an FTS5 table over
them: https://www.postgresql.org/docs/current/textsearch-tables.html, https://www.sqlite.org/fts5.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import connections, models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from archive.search import COLUMNS, Column, Needle, Query
from archive.search.lines import line_in, vector_of

if TYPE_CHECKING:
    Text = models.TextField[str, str]
    AnyLookup = models.Lookup[tuple[str, ...]]
else:
    Text, AnyLookup = models.TextField, models.Lookup

#: The FTS5 table, and how one asks it.
TABLE = "archive_searchentry_terms"
ASKED = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s LIMIT %s"

#: Up to so many incidents that are found are sorted; where there are more, a list soon meets some on its way.
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


class SearchQuerySet(models.QuerySet["SearchEntry"]):
    def matching(self, query: Query, depth: int = len(COLUMNS), *, first: bool = False) -> Self:
        """Those that hold all that is wanted in the first `depth` columns, and nowhere what is unwanted.

        `first`: only those that do not match in fewer columns.
        """
        found = self.filter(_found(query, COLUMNS[:depth]))
        return found.exclude(_found(query, COLUMNS[: depth - 1])) if first and depth > 1 else found

    def few(self, query: Query, depth: int = len(COLUMNS), *, first: bool = False) -> list[str] | None:
        """The incidents of those that match, out of the index; None where there are many."""
        if connections[self.db].vendor == "sqlite":
            asked = _asked(query, COLUMNS[:depth], COLUMNS[: depth - 1] if first else ())
            found = self.filter(pk__in=RawSQL(ASKED, [asked, FEW + 1]))
        else:
            found = self.matching(query, depth, first=first)[: FEW + 1]
        incidents = list(found.values_list("incident", flat=True))
        return incidents if len(incidents) <= FEW else None


def _found(query: Query, columns: tuple[Column, ...]) -> Q:
    """What must be true of the columns."""
    wanted = Q()
    for needle in query.wanted:
        wanted &= _anywhere(needle, columns)
    for needle in query.unwanted:
        wanted &= ~_anywhere(needle, COLUMNS)
    return wanted


def _anywhere(needle: Needle, columns: tuple[Column, ...]) -> Q:
    found = Q()
    for column in columns:
        found |= Q(**{f"{column}__holds": needle.terms})
    return found


def _asked(query: Query, columns: tuple[Column, ...], but_not: tuple[Column, ...]) -> str:
    """The same as FTS5 reads it: https://www.sqlite.org/fts5.html#full_text_query_syntax"""
    unwanted = [_phrase(needle) for needle in query.unwanted]
    unwanted += [f"({_within(query, but_not)})"] if but_not else []
    return " NOT ".join([f"({_within(query, columns)})", *unwanted])


def _within(query: Query, columns: tuple[Column, ...]) -> str:
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
