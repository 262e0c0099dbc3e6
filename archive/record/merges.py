"""What a record says of former ids, keys and numbers, and the checks that each leads to one thing only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from archive.record.entities import Merged

if TYPE_CHECKING:
    from archive.record.document import Record

ENTITIES = ("sources", "publications", "actors", "places", "conflicts")


def problems_of_merges(record: Record) -> Iterator[str]:
    """Every former id, key or number that leads to two things, or is still in use, in words."""
    ids = [one.id for one in record.merged]
    yield from (f"merged: “{key}” is {wrong}" for key, wrong in _unclear(ids, {record.id}))
    for one in record.merged:
        yield from _numbers(one)
    for name in ENTITIES:
        yield from _keys(name, record)


def _keys(name: str, record: Record) -> Iterator[str]:
    entities = getattr(record, name)
    former = [key for entity in entities for key in entity.former_keys]
    for key, wrong in _unclear(former, {entity.key for entity in entities}):
        yield f"{name}: the former key “{key}” is {wrong}"


def _numbers(merged: Merged) -> Iterator[str]:
    for name in ("claims", "attacks"):
        pairs = getattr(merged, name)
        for side in ("old", "new"):
            for number, _ in _unclear([getattr(pair, side) for pair in pairs], set()):
                yield f"merged[{merged.id}].{name}: the {side} number {number} is given twice"


def _unclear(former: Iterable[object], living: set[str]) -> Iterator[tuple[object, str]]:
    for key, times in Counter(former).items():
        if times > 1:
            yield key, "given twice"
        if key in living:
            yield key, "still in use"
