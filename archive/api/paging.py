"""Pages of a list by cursor: rows that are added or removed meanwhile neither repeat nor hide others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from rest_framework.exceptions import NotFound
from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.request import Request

from archive import addresses
from archive.filters import BadFilter

SIZE, LARGEST_SIZE = 50, 200

#: The parameters that choose a page.
PAGING = ("cursor", "page_size")


class Cursors(CursorPagination):
    """Rows in an order that the view names. Raises BadFilter for a parameter that it cannot use."""

    page_size = SIZE

    def __init__(self, ordering: tuple[str, ...]) -> None:
        self.ordering: Any = ordering

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        try:
            page: list[Any] | None = super().paginate_queryset(queryset, request, view)
        except (ValidationError, ValueError, OverflowError) as error:
            raise _bad_cursor() from error
        self.base_url = addresses.absolute(request.get_full_path(), settings.SITE_URL)
        return page or []

    def get_page_size(self, request: Request) -> int:
        return size_asked(request.query_params, SIZE, LARGEST_SIZE)

    def decode_cursor(self, request: Request) -> Cursor | None:
        try:
            cursor = super().decode_cursor(request)
        except NotFound as error:
            raise _bad_cursor() from error
        if cursor and not _is_ours(cursor):
            raise _bad_cursor()
        return cursor


def size_asked(asked: Mapping[str, str], usual: int, largest: int) -> int:
    """How many rows a page shall have. Raises BadFilter."""
    if "page_size" not in asked:
        return usual
    return _number(asked["page_size"], 1, largest, "page_size")


def number_asked(asked: Mapping[str, str], name: str, largest: int) -> int:
    """A number from 0, which it is where nothing is asked for. Raises BadFilter."""
    return _number(asked[name], 0, largest, name) if name in asked else 0


def _number(text: str, least: int, most: int, name: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
    if not least <= number <= most:
        raise BadFilter({name: [f"Give a number from {least} to {most}."]})
    return number


def _is_ours(cursor: Cursor) -> bool:
    """Whether the cursor leads away from the first page, to a place that a row can have."""
    position = cursor.position
    return bool(cursor.offset) if position is None else "\0" not in str(position)


def _bad_cursor() -> BadFilter:
    return BadFilter({"cursor": ["Take the cursor from “next” or “previous” of an answer."]})
