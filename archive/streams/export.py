"""How the rows of a list are read: by one query, some catalogue rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, ClassVar

import orjson
from django.conf import settings
from django.db.models import Model, QuerySet

from archive.columns import Document, Row, Table
from archive.columns.writing import objects

#: Some catalogue rows, each as the columns that are read of it.
Some = Sequence[tuple[Any, ...]]


class Export:
    """The rows of one file. `model`: whose catalogue rows they are made of, and `column`: their answers.

    `ordering`: in which order they come. `read`: which columns of each the file's rows are made of, and
    `at_once`: of how many they are held at once. `stored`: whether the answers stand in `column` as they are
    given out; else `texts` makes them.
    """

    table: ClassVar[Table]
    model: ClassVar[type[Model]]
    column: ClassVar[str] = "body"
    ordering: ClassVar[tuple[str, ...]] = ("pk",)
    read: ClassVar[tuple[str, ...]] = ("body",)
    at_once: ClassVar[int] = 250
    stored: ClassVar[bool] = True

    def count(self, found: QuerySet[Any]) -> int:
        """How many rows the file has."""
        return found.count()

    def in_order(self, found: QuerySet[Any]) -> QuerySet[Any]:
        return found.order_by(*self.ordering)

    def lines(self, found: QuerySet[Any]) -> Iterator[Sequence[str]]:
        """The answers as JSON, one for each line, some at a time and in the order of what was found."""
        if not self.stored:
            yield from map(self.texts, self._some(found, *self.read))
            return
        for some in self._some(found, self.column):
            yield [text for (text,) in some]

    def pages(self, found: QuerySet[Any]) -> Iterator[Iterable[Document]]:
        """The answers that the table's rows are made of, some at a time: by one query, however many."""
        yield from map(self.documents, self._some(found, *self.read))

    def rows(self, found: QuerySet[Any]) -> Iterator[Sequence[Row]]:
        """The table's rows, some at a time; an answer is forgotten as soon as its row is made."""
        yield from map(self.table.rows, self.pages(found))

    def texts(self, some: Some) -> Sequence[str]:
        """The answers as JSON, where they are not stored."""
        raise NotImplementedError

    def documents(self, some: Some) -> Iterable[Document]:
        return (orjson.loads(text) for (text,) in some)

    def _some(self, found: QuerySet[Any], *columns: str) -> Iterator[Some]:
        rows = found.values_list(*columns).iterator(chunk_size=self.at_once)
        while some := list(islice(rows, self.at_once)):
            yield some


class RowExport(Export):
    """Rows of which the API has no answers: the lines are the rows themselves."""

    stored = False

    def texts(self, some: Some) -> Sequence[str]:
        return objects(self.table, self.table.rows(self.documents(some)))


class EventExport(Export):
    """Rows that are events of schema.org too."""

    def event(self, document: Document, site: str) -> Mapping[str, Any]:
        """One of them; `site`: where the archive is found."""
        raise NotImplementedError

    def events(self, found: QuerySet[Any]) -> Iterator[Sequence[Mapping[str, Any]]]:
        for documents in self.pages(found):
            yield [self.event(document, settings.SITE_URL) for document in documents]
