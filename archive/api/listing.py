"""What is asked of a list, or of one answer, beside the filters: which page, in which order, which fields."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from pydantic import BaseModel

from archive.answers.fields import names_of
from archive.api.ordering import Order
from archive.api.paging import LARGEST_SIZE, SIZE, Cursor, read_cursor
from archive.filters import BadFilter
from archive.filters.fields import FlagFilter

#: How many answers a page holds at most that are told more fully than usual.
LARGEST_EXPANDED = 50


class Listing(NamedTuple):
    """`fields`: empty for all of them. `expand`: what each answer holds whole instead of in short."""

    order: str
    size: int
    cursor: Cursor | None
    counts: bool
    expand: tuple[str, ...]
    fields: tuple[str, ...]


def listing(
    asked: Mapping[str, str],
    orders: Mapping[str, Order],
    expansions: Collection[str],
    names: Iterable[str],
) -> Listing:
    """What the parameters ask of a list whose answers have these fields. Raises BadFilter."""
    order = _one_of("ordering", asked.get("ordering", next(iter(orders))), orders)
    expand = words("expand", asked, expansions)
    return Listing(
        order=order,
        size=size_asked(asked, SIZE, LARGEST_EXPANDED if expand else LARGEST_SIZE),
        cursor=read_cursor(asked["cursor"], order) if "cursor" in asked else None,
        counts=flag_asked(asked, "count"),
        expand=expand,
        fields=words("fields", asked, [*names, *expand]),
    )


def fields_asked(asked: Mapping[str, str], answer: type[BaseModel]) -> tuple[str, ...]:
    """The fields of one answer that are asked for; empty for all. Raises BadFilter."""
    return words("fields", asked, names_of(answer))


def words(parameter: str, asked: Mapping[str, str], known: Collection[str]) -> tuple[str, ...]:
    """The words that the parameter names, with commas between. Raises BadFilter for one that is not known."""
    text = asked.get(parameter, "")
    return tuple(_one_of(parameter, word, known) for word in text.split(",")) if text else ()


def _one_of(parameter: str, word: str, known: Collection[str]) -> str:
    if word not in known:
        listed = ", ".join(dict.fromkeys(known))
        raise BadFilter({parameter: [f"“{word[:100]}” is not one of: {listed}."]})
    return word


def flag_asked(asked: Mapping[str, str], name: str) -> bool:
    """Whether it is asked for. Raises BadFilter."""
    given = asked.get(name, "0")
    if given not in FlagFilter.VALUES:
        raise BadFilter({name: ["Give 1 or 0."]})
    return FlagFilter.VALUES[given]


def size_asked(asked: Mapping[str, str], usual: int, largest: int) -> int:
    """How many rows a page shall have. Raises BadFilter."""
    return _number(asked["page_size"], 1, largest, "page_size") if "page_size" in asked else usual


def number_asked(asked: Mapping[str, str], name: str, largest: int) -> int:
    """A number from 0, which it is where nothing is asked for. Raises BadFilter."""
    return _number(asked[name], 0, largest, name) if name in asked else 0


def _number(text: str, least: int, most: int, name: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
    if not least <= number <= most:
        raise BadFilter({name: [f"Give a number from {least} to {most}."]})
    return number
