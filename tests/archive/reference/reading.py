"""The forms in which the plain reading of records is written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from archive.dates import Bounds
from archive.models import Edition
from archive.record import Record

#: The values of each parameter that is given.
Asked = Mapping[str, Sequence[str]]
#: Whether the item is among what is asked for.
Chooses = Callable[[Any, Asked], bool]


@dataclass(frozen=True)
class World:
    """All editions, in the order in which they were published; none is closed."""

    editions: Sequence[Edition]

    @property
    def current(self) -> Sequence[Edition]:
        """The newest edition of each incident."""
        return list({edition.incident: edition for edition in self.editions}.values())

    @property
    def records(self) -> Sequence[Record]:
        return [edition.record for edition in self.current]


@dataclass(frozen=True)
class Reference:
    """`items`: everything that the list holds. `name`: what tells one from another, as its answer gives it.

    `chooses`: for parameters that are read together, what they choose.
    """

    items: Callable[[World], Sequence[Any]]
    name: Callable[[Any], Any]
    chooses: Mapping[tuple[str, ...], Chooses]

    def listed(self, world: World, asked: Asked) -> set[Any]:
        """The names of what is asked for."""
        given = [chooses for names, chooses in self.chooses.items() if any(name in asked for name in names)]
        return {self.name(item) for item in self.items(world) if all(one(item, asked) for one in given)}


def one_of(parameter: str, value_of: Callable[[Any], str | None]) -> tuple[tuple[str, ...], Chooses]:
    """The item's value is one of those that are given."""
    return (parameter,), lambda item, asked: value_of(item) in asked[parameter]


def any_of(parameter: str, values_of: Callable[[Any], set[str]]) -> tuple[tuple[str, ...], Chooses]:
    """One of the item's values is."""
    return (parameter,), lambda item, asked: bool(values_of(item) & set(asked[parameter]))


def since(moment_of: Callable[[Any], datetime]) -> tuple[tuple[str, ...], Chooses]:
    def chooses(item: Any, asked: Asked) -> bool:
        text = asked["updated_since"][0]
        start = datetime.fromisoformat(text.replace("Z", "+00:00"))
        return moment_of(item) >= (start if start.tzinfo else start.replace(tzinfo=UTC))

    return ("updated_since",), chooses


def dated(days_of: Callable[[Any], Bounds]) -> tuple[tuple[str, ...], Chooses]:
    """It may lie between the two days."""

    def chooses(item: Any, asked: Asked) -> bool:
        days = days_of(item)
        start = date.fromisoformat(asked.get("date_from", ["0001-01-01"])[0])
        end = date.fromisoformat(asked.get("date_to", ["9999-12-31"])[0])
        return days.is_dated and (days.latest or date.max) >= start and (days.earliest or date.min) <= end

    return ("date_from", "date_to"), chooses


def around(keys: set[str | None], parents: Mapping[str, str | None]) -> set[str]:
    """The keys, and those of everything that they are part of."""
    found: set[str] = set()
    waiting = {key for key in keys if key}
    while waiting:
        key = waiting.pop()
        found.add(key)
        waiting |= {parents[key] or key} - found
    return found
