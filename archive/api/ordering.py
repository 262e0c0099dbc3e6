"""In which orders a list can be had: each by columns that an index holds, the last of them unique."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from django.db.models import QuerySet

from archive.vocabulary import Property, Rule


class Part(NamedTuple):
    """A part of a list: its rows, and the columns that they are sorted by, which hold no NULL."""

    rows: QuerySet[Any]
    columns: tuple[str, ...]


#: From the rows that are asked for, and the rule that figures follow, to the parts of the list in order.
Order = Callable[[QuerySet[Any], Rule], list[Part]]


def by(*columns: str) -> Order:
    """By these columns; one with a minus falls."""
    return lambda rows, rule: [Part(rows, columns)]


def by_figure(measure: Property, *, falling: bool = False) -> Order:
    """By the highest number that the figure of the measure holds, then by the lowest.

    Either way, incidents without a number come after all others, the newest first.
    """
    columns = ("-high", "-low", "-position") if falling else ("high", "low", "position")

    def parts(rows: Any, rule: Rule) -> list[Part]:
        return [
            Part(rows.with_number(measure, rule), columns),
            Part(rows.without_number(measure, rule), ("-position",)),
        ]

    return parts


def either_way(**orders: tuple[str, ...]) -> Mapping[str, Order]:
    """Each order under its name and, with a minus, the other way round; the first is the default."""
    found: dict[str, Order] = {}
    for name, columns in orders.items():
        found |= {name: by(*columns), f"-{name}": by(*turned(columns))}
    return found


def turned(columns: Iterable[str]) -> tuple[str, ...]:
    """The columns of the same order the other way round."""
    return tuple(column[1:] if column.startswith("-") else f"-{column}" for column in columns)


BY_KEY = either_way(key=("key",))
#: Claims and what belongs to them, by their incident's id and their number.
BY_NUMBER = either_way(number=("key",))
#: The newest first.
BY_DATE = {"-date": by("-position"), "date": by("position")}
BY_UPDATE = either_way(updated_at=("updated_at", "key"))
BY_FIGURES = {
    name: order
    for measure in (Property.KILLED, Property.INJURED)
    for name, order in (
        (f"-{measure}", by_figure(measure, falling=True)),
        (f"{measure}", by_figure(measure)),
    )
}
INCIDENTS: Mapping[str, Order] = {**BY_DATE, **BY_UPDATE, **BY_FIGURES}
