"""Finding rows by the words of their columns, quickly however many rows there are.

A `WordsField` keeps the words of other columns; `words__found="mast bomb"` matches the rows that hold a word
beginning with each of those. PostgreSQL looks in a GIN index over a tsvector, SQLite in an FTS5 table:
https://www.postgresql.org/docs/current/textsearch-tables.html, https://www.sqlite.org/fts5.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.apps import AppConfig, apps
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

from sources.words import joined, words_in

if TYPE_CHECKING:
    Text = models.TextField[str, str]
    AnyLookup = models.Lookup[str]
else:
    Text, AnyLookup = models.TextField, models.Lookup

#: A single letter begins too many words: it is looked up as a word of its own.
SHORTEST_BEGINNING = 2
#: More words than these do not narrow a search.
MOST_WORDS = 8
#: A line of words as PostgreSQL searches it: they are parted here, so that its own parser has no say.
VECTOR = "array_to_tsvector(array_remove(string_to_array({}, ' '), ''))"


class WordsField(Text):
    """The words of the columns named by `of`; derived whenever a row is written, never typed."""

    def __init__(self, *args: Any, of: tuple[str, ...], **options: Any) -> None:
        self.of = of
        super().__init__(*args, **(options | {"default": "", "editable": False}))

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"of": self.of}

    def words_of(self, row: models.Model) -> str:
        return joined(str(getattr(row, column) or "") for column in self.of)

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        words = self.words_of(model_instance)
        setattr(model_instance, self.attname, words)
        return words


@WordsField.register_lookup
class Found(AnyLookup):
    """Whether the row holds, for each word typed, one that begins so; nothing typed finds nothing."""

    lookup_name = "found"
    prepare_rhs = False

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        left, values = self.process_lhs(compiler, connection)
        query = " & ".join(f"'{word}'{':*' if _begins(word) else ''}" for word in self._words())
        return f"{VECTOR.format(left)} @@ %s::tsquery", [*values, query]

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        column: Any = self.lhs
        table = _search_table(column.target.model)
        query = " ".join(f'"{word}"{"*" if _begins(word) else ""}' for word in self._words())
        rows = f'SELECT rowid FROM "{table}" WHERE "{table}" MATCH %s'
        return f'"{column.alias}"."{column.target.model._meta.pk.column}" IN ({rows})', [query or '""']

    def _words(self) -> list[str]:
        return words_in(str(self.rhs))[:MOST_WORDS]


def _begins(word: str) -> bool:
    return len(word) >= SHORTEST_BEGINNING


def _search_table(model: type[models.Model]) -> str:
    return f"{model._meta.db_table}_words"


def prepare_search(sender: AppConfig, using: str = "default", **options: Any) -> None:
    """Make what the engine searches in, where it is missing; runs after every migration.

    It is no migration itself: SQLite drops a table's triggers whenever a migration makes the table anew.
    """
    for model in _searched(sender.get_models()):
        _prepare(model, connections[using])


def unprepared(quick: bool) -> Iterator[str]:
    """What the engine searches in, and has not, in words."""
    for model in _searched(apps.get_models()):
        with connections["default"].cursor() as cursor:
            is_there = _has_index if connections["default"].vendor == "postgresql" else _has_triggers
            if not is_there(model, cursor):
                yield f"{_search_table(model)} is missing: run “manage.py migrate”"


def _searched(found: Iterable[type[models.Model]]) -> Iterator[type[models.Model]]:
    for model in found:
        if any(isinstance(field, WordsField) for field in model._meta.concrete_fields):
            yield model


def _prepare(model: type[models.Model], connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            if not _has_index(model, cursor):
                cursor.execute(_gin_index(model))
        elif not _has_triggers(model, cursor):
            for statement in _full_text_table(model):
                cursor.execute(statement)


def _has_index(model: type[models.Model], cursor: Any) -> bool:
    cursor.execute("SELECT to_regclass(%s)", [f'"{_search_table(model)}"'])
    return cursor.fetchone()[0] is not None


def _gin_index(model: type[models.Model]) -> str:
    table = model._meta.db_table
    name, vector = _search_table(model), VECTOR.format("words")
    return f'CREATE INDEX "{name}" ON "{table}" USING gin ({vector})'


def _has_triggers(model: type[models.Model], cursor: Any) -> bool:
    name = f"{_search_table(model)}_added"
    cursor.execute("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = %s", [name])
    return cursor.fetchone() is not None


def _full_text_table(model: type[models.Model]) -> Iterator[str]:
    table, search = model._meta.db_table, _search_table(model)
    options = "tokenize='unicode61 remove_diacritics 0', prefix='2 3', detail=none"
    add = f'INSERT INTO "{search}" (rowid, words) VALUES (new.id, new.words);'
    drop = f'INSERT INTO "{search}" ("{search}", rowid, words) VALUES (\'delete\', old.id, old.words);'
    yield (
        f'CREATE VIRTUAL TABLE IF NOT EXISTS "{search}" '
        f"USING fts5(words, content='{table}', content_rowid='id', {options})"
    )
    yield f'CREATE TRIGGER "{search}_added" AFTER INSERT ON "{table}" BEGIN {add} END'
    yield f'CREATE TRIGGER "{search}_removed" AFTER DELETE ON "{table}" BEGIN {drop} END'
    changed = "WHEN old.words <> new.words"
    yield f'CREATE TRIGGER "{search}_changed" AFTER UPDATE ON "{table}" {changed} BEGIN {drop} {add} END'
    yield f'INSERT INTO "{search}" ("{search}") VALUES (\'rebuild\')'


def fill_words(model: type[models.Model], size: int = 2000) -> None:
    """Give the rows that were written before they had words their words."""
    fields = [field for field in model._meta.concrete_fields if isinstance(field, WordsField)]
    batch: list[models.Model] = []
    for row in model._default_manager.iterator(chunk_size=size):
        for field in fields:
            setattr(row, field.attname, field.words_of(row))
        batch.append(row)
        if len(batch) == size:
            model._default_manager.bulk_update(batch, [field.name for field in fields])
            batch.clear()
    if batch:
        model._default_manager.bulk_update(batch, [field.name for field in fields])
