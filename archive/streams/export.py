"""How the rows of a list are read: by the keys of its catalogue rows, some at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, ClassVar

import orjson
from django.conf import settings
from django.db.models import Model, QuerySet

from archive.columns import Document, Row, Table
from archive.columns.writing import objects

#: How many keys are fetched at once from the one query that finds them in order.
KEYS = 2_000

Keys = Sequence[Any]


class Export:
    """The rows of one file. `model`: whose catalogue rows they are made of, and `column`: their answers.

    `ordering`: in which order they come. `at_once`: of how many catalogue rows the answers are held at once.
    `stored`: whether the answers stand in that column as they are given out.
    """

    table: ClassVar[Table]
    model: ClassVar[type[Model]]
    column: ClassVar[str] = "body"
    ordering: ClassVar[tuple[str, ...]] = ("pk",)
    at_once: ClassVar[int] = 250
    stored: ClassVar[bool] = True

    def count(self, found: QuerySet[Any]) -> int:
        """How many rows the file has."""
        return found.count()

    def chunks(self, found: QuerySet[Any]) -> Iterator[Keys]:
        """The keys of what was found, in order."""
        keys = found.order_by(*self.ordering).values_list("pk", flat=True).iterator(chunk_size=KEYS)
        while some := list(islice(keys, self.at_once)):
            yield some

    def lines(self, found: QuerySet[Any]) -> Iterator[Sequence[str]]:
        """The answers as JSON, one for each line, some at a time: read by one query where they are stored."""
        if not self.stored:
            yield from map(self.texts, self.chunks(found))
            return
        texts = found.order_by(*self.ordering).values_list(self.column, flat=True)
        answers = texts.iterator(chunk_size=self.at_once)
        while some := list(islice(answers, self.at_once)):
            yield some

    def texts(self, keys: Keys) -> Sequence[str]:
        """The answers as JSON."""
        found = self.columns(keys, self.column)
        return [text for (text,) in (found[key] for key in keys)]

    def documents(self, keys: Keys) -> Sequence[Document]:
        """The answers that the table's rows are made of."""
        return [orjson.loads(text) for text in self.texts(keys)]

    def rows(self, keys: Keys) -> Sequence[Row]:
        return self.table.rows(self.documents(keys))

    def columns(self, keys: Keys, *names: str) -> Mapping[Any, tuple[Any, ...]]:
        """These columns of the catalogue rows, by key."""
        rows = self.model._default_manager.filter(pk__among=keys).order_by()
        return {key: cells for key, *cells in rows.values_list("pk", *names)}


class RowExport(Export):
    """Rows of which the API has no answers: the lines are the rows themselves."""

    stored = False

    def texts(self, keys: Keys) -> Sequence[str]:
        return objects(self.table, self.rows(keys))

    def documents(self, keys: Keys) -> Sequence[Document]:
        raise NotImplementedError


class EventExport(Export):
    """Rows that are events of schema.org too."""

    def event(self, document: Document, site: str) -> Mapping[str, Any]:
        """One of them; `site`: where the archive is found."""
        raise NotImplementedError

    def events(self, keys: Keys) -> Sequence[Mapping[str, Any]]:
        return [self.event(document, settings.SITE_URL) for document in self.documents(keys)]
