"""How a source that is no voice of its own goes back to its origins, step by step."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from archive.independence import Origin, derivations, independence
from archive.record import Record
from archive.vocabulary import Reliance


@dataclass(frozen=True, slots=True)
class Step:
    """The source `key` takes over what it says from `origin`: a source, or a reprinted publication."""

    key: str
    how: Reliance
    origin: Origin


#: From a source to its origin, the shortest way.
Lineage = tuple[Step, ...]


def lineages(record: Record, keys: Collection[str]) -> Mapping[str, tuple[Lineage, ...]]:
    """Of the sources among `keys` that add no voice, how each goes back to every origin it has."""
    groups = independence(record, keys).groups
    heads = {(group.kind, group.head) for group in groups}
    found: dict[str, list[Lineage]] = {}
    for group in groups:
        for key in group.members:
            if ("source", key) not in heads:
                found.setdefault(key, []).append(_way(record, key, (group.kind, group.head)))
    return {key: tuple(ways) for key, ways in found.items()}


def _way(record: Record, start: str, head: Origin) -> Lineage:
    """The shortest way from the source `start` to `head`, to which it is known to lead."""
    sources = {source.key: source for source in record.sources}
    ways: dict[Origin, Lineage] = {("source", start): ()}
    waiting: list[Origin] = [("source", start)]
    for kind, key in waiting:
        for how, origin in derivations(sources[key]) if kind == "source" else ():
            if origin not in ways:
                ways[origin] = (*ways[kind, key], Step(key, how, origin))
                waiting.append(origin)
    return ways[head]
