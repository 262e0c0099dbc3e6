"""Pages of a list by cursor: rows that are added or removed meanwhile neither repeat nor hide others.

A cursor holds the values of the row beside which its page begins, in every column of the order, so that the
database seeks that place however far down the list it is: https://use-the-index-luke.com/no-offset
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import orjson
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.timezone import is_naive

from archive.api.ordering import Part, turned
from archive.filters import BadFilter

SIZE, LARGEST_SIZE = 50, 200

#: The parameters that every list takes beside its filters.
PAGING = ("cursor", "page_size", "ordering", "count", "fields")


class Cursor(NamedTuple):
    """Where a page begins: behind, or (`backwards`) before, the row of the part that has these values."""

    order: str
    backwards: bool
    part: int
    values: tuple[str, ...]


class Stretch(NamedTuple):
    """The rows of a page, and the cursors of its neighbours."""

    rows: list[Any]
    next: Cursor | None
    previous: Cursor | None


class _Found(NamedTuple):
    part: int
    row: Any


def stretch(parts: Sequence[Part], order: str, cursor: Cursor | None, size: int) -> Stretch:
    """At most so many rows of the list that the parts make up, from the cursor on.

    One query, and another for every part that the page reaches into. Raises BadFilter for a cursor of another
    list.
    """
    backwards = cursor is not None and cursor.backwards
    found = _found(parts, cursor, size + 1)
    more, shown = len(found) > size, found[:size]
    if backwards:
        shown.reverse()
    first, last = (_beside(parts, order, shown, end) for end in (0, -1))
    return Stretch(
        [each.row for each in shown],
        last if more or backwards else None,
        first._replace(backwards=True) if first and (more if backwards else cursor) else None,
    )


def _found(parts: Sequence[Part], cursor: Cursor | None, most: int) -> list[_Found]:
    """In the order in which they are met, which is the list's or, backwards, the other way."""
    found: list[_Found] = []
    for number, rows in _ways(parts, cursor):
        found += [_Found(number, row) for row in rows[: most - len(found)]]
        if len(found) == most:
            break
    return found


def _ways(parts: Sequence[Part], cursor: Cursor | None) -> Iterator[tuple[int, QuerySet[Any]]]:
    """The rows of each part that lie ahead."""
    if cursor is None:
        yield from ((number, part.rows.order_by(*part.columns)) for number, part in enumerate(parts))
        return
    if cursor.part >= len(parts):
        raise bad_cursor()
    step = -1 if cursor.backwards else 1
    for number in range(cursor.part, -1 if cursor.backwards else len(parts), step):
        columns = turned(parts[number].columns) if cursor.backwards else parts[number].columns
        rows = parts[number].rows.order_by(*columns)
        yield (
            number,
            rows.filter(_behind(columns, _typed(rows, columns, cursor))) if number == cursor.part else rows,
        )


def _behind(columns: Sequence[str], values: Sequence[Any]) -> Q:
    """Rows after the one with these values; the first column bounds them, so that an index is used."""
    found, equal = Q(), Q()
    for column, value in zip(columns, values, strict=True):
        name, falls = column.lstrip("-"), column.startswith("-")
        found |= equal & Q(**{f"{name}__{'lt' if falls else 'gt'}": value})
        equal &= Q(**{name: value})
    name, falls = columns[0].lstrip("-"), columns[0].startswith("-")
    return Q(**{f"{name}__{'lte' if falls else 'gte'}": values[0]}) & found


def _typed(rows: QuerySet[Any], columns: Sequence[str], cursor: Cursor) -> list[Any]:
    """The cursor's values as the columns hold them. Raises BadFilter."""
    try:
        pairs = zip(columns, cursor.values, strict=True)
        values = [_field(rows, column.lstrip("-")).to_python(text) for column, text in pairs]
    except (ValidationError, ValueError) as error:
        raise bad_cursor() from error
    if any(isinstance(value, datetime) and is_naive(value) for value in values):
        raise bad_cursor()
    return values


def _field(rows: QuerySet[Any], name: str) -> Any:
    if name in rows.query.annotations:
        return rows.query.annotations[name].output_field
    meta = rows.model._meta
    return meta.pk if name == "pk" else meta.get_field(name)


def _beside(parts: Sequence[Part], order: str, shown: Sequence[_Found], end: int) -> Cursor | None:
    """Behind the first or the last row of the page; none where it is empty."""
    if not shown:
        return None
    names = [column.lstrip("-") for column in parts[shown[end].part].columns]
    return Cursor(order, False, shown[end].part, tuple(_text(shown[end].row, name) for name in names))


def _text(row: Any, name: str) -> str:
    value = row[name] if isinstance(row, dict) else getattr(row, name)
    return value.isoformat() if isinstance(value, datetime) else str(value)


def cursor_text(cursor: Cursor) -> str:
    """As an address writes it."""
    order, backwards, part, values = cursor
    return urlsafe_b64encode(orjson.dumps([order, int(backwards), part, *values])).decode()


def read_cursor(text: str, order: str) -> Cursor:
    """The cursor that an address names, of a list in that order. Raises BadFilter."""
    try:
        said = orjson.loads(urlsafe_b64decode(text.encode("ascii")))
    except ValueError as error:
        raise bad_cursor() from error
    match said:
        case [str(name), 0 | 1 as backwards, int(part), *values] if name == order and part >= 0:
            if all(isinstance(value, str) and "\0" not in value for value in values):
                return Cursor(name, bool(backwards), part, tuple(values))
    raise bad_cursor()


def bad_cursor() -> BadFilter:
    return BadFilter({"cursor": ["Take the cursor from “next” or “previous” of an answer."]})
