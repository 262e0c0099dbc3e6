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
ASKED = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s"


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


class SearchQuerySet(models.QuerySet["SearchEntry"]):
    def matching(self, query: Query, depth: int = len(COLUMNS)) -> Self:
        """Those that hold all that is wanted in the first `depth` columns, and nowhere what is unwanted."""
        return self.filter(self._matching(query, COLUMNS[:depth]))

    def first_matching(self, query: Query, depth: int) -> Self:
        """Those of them that do not match in fewer columns."""
        found = self.matching(query, depth)
        return found.exclude(self._matching(query, COLUMNS[: depth - 1])) if depth > 1 else found

    def _matching(self, query: Query, columns: tuple[Column, ...]) -> Q:
        if connections[self.db].vendor == "sqlite":
            return Q(pk__in=RawSQL(ASKED, [_asked(query, columns)]))
        return _found(query, columns)


def _found(query: Query, columns: tuple[Column, ...]) -> Q:
    """The query as PostgreSQL answers it."""
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


def _asked(query: Query, columns: tuple[Column, ...]) -> str:
    """The query as FTS5 reads it: https://www.sqlite.org/fts5.html#full_text_query_syntax"""
    place = f"{{{' '.join(columns)}}}"
    wanted = " AND ".join(f"{place} : {_phrase(needle)}" for needle in query.wanted)
    unwanted = " OR ".join(_phrase(needle) for needle in query.unwanted)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


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
