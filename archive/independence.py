"""Which sources speak for themselves, as far as their recorded reliance tells.

A source that reprints, quotes or summarises another source of the record, or that reprints a publication,
adds no voice of its own: it belongs to the groups of its origins. A mere credit derives nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from archive.record import Record, Source
from archive.vocabulary import Reliance

DERIVING = frozenset({Reliance.SYNDICATES, Reliance.QUOTES, Reliance.SUMMARISES})

Kind = Literal["source", "publication"]

#: A source of the record, or a publication that is reprinted, by key.
Origin = tuple[Kind, str]
Reach = Mapping[Origin, frozenset[Origin]]


@dataclass(frozen=True, slots=True)
class Group:
    """Sources that rest on one origin.

    `head` is the key of that origin, of the given `kind`: a source (of a circle, the first by key) or a
    reprinted publication. `members` are the sources in the group; `origins` those of them with which it
    begins, none when it begins outside.
    """

    kind: Kind
    head: str
    members: tuple[str, ...]
    origins: tuple[str, ...]

    @property
    def voices(self) -> tuple[str, ...]:
        """The sources to listen to for this group."""
        return self.origins or self.members


@dataclass(frozen=True, slots=True)
class Independence:
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many sources are independent as far as recorded."""
        return len(self.groups)


def independence(record: Record, keys: Collection[str] | None = None) -> Independence:
    """The record's sources, or those among `keys`, in groups that rest on one origin each.

    A source may stand in several groups (a dataset row that summarises four agencies). A group that begins
    outside `keys` and whose members all stand in another group is no further voice, and is not given.
    """
    wanted = {source.key for source in record.sources if keys is None or source.key in keys}
    return Independence(tuple(_distinct([group for group in _groups(record, wanted) if group.members])))


def _groups(record: Record, wanted: Collection[str]) -> Iterator[Group]:
    reach = _reach(record, wanted)
    relying = _relying(reach, wanted)
    for circle in sorted({reached for reached in reach.values() if _is_closed(reached, reach)}, key=sorted):
        kind, head = min(circle)
        members = relying[kind, head]
        yield Group(
            kind=kind,
            head=head,
            members=tuple(members),
            origins=tuple(key for key in members if ("source", key) in circle),
        )


def _relying(reach: Reach, wanted: Collection[str]) -> Mapping[Origin, Sequence[str]]:
    """The wanted sources that go back to each origin; whoever reaches one of a circle reaches all of it."""
    found: dict[Origin, list[str]] = defaultdict(list)
    for (kind, key), reached in reach.items():
        if kind == "source" and key in wanted:
            for origin in reached:
                found[origin].append(key)
    return found


def _is_closed(reached: frozenset[Origin], reach: Reach) -> bool:
    """Whether nothing leads out: one underived source, one publication, or a circle of sources."""
    return all(reach[origin] == reached for origin in reached)


def _reach(record: Record, wanted: Collection[str]) -> Reach:
    """The wanted sources and whatever these go back to: each with all its own origins, itself included."""
    steps: dict[Origin, tuple[Origin, ...]] = {
        ("source", source.key): tuple(_steps(source)) for source in record.sources if source.relies_on
    }
    nodes: list[Origin] = [("source", source.key) for source in record.sources if source.key in wanted]
    reach = {node: _follow(node, steps) for node in nodes}
    beyond = {origin for reached in reach.values() for origin in reached} - reach.keys()
    return reach | {node: _follow(node, steps) for node in beyond}


def _steps(source: Source) -> Iterator[Origin]:
    return (origin for _, origin in derivations(source))


def derivations(source: Source) -> Iterator[tuple[Reliance, Origin]]:
    """What the source takes over what it says from, and how."""
    for relation in source.relies_on:
        if relation.source is not None and relation.how in DERIVING:
            yield relation.how, ("source", relation.source)
        elif relation.publication is not None and relation.how is Reliance.SYNDICATES:
            yield relation.how, ("publication", relation.publication)


def _follow(start: Origin, steps: Mapping[Origin, tuple[Origin, ...]]) -> frozenset[Origin]:
    reached, waiting = {start}, [start]
    while waiting:
        for origin in steps.get(waiting.pop(), ()):
            if origin not in reached:
                reached.add(origin)
                waiting.append(origin)
    return frozenset(reached)


def _distinct(groups: list[Group]) -> Iterator[Group]:
    for index, group in enumerate(groups):
        if group.origins or not any(_covers(other, group, i < index) for i, other in enumerate(groups)):
            yield group


def _covers(other: Group, group: Group, earlier: bool) -> bool:
    """Whether `group` adds nobody to `other`; of two alike, the earlier one covers the later."""
    if other is group:
        return False
    mine, theirs = set(group.members), set(other.members)
    return mine < theirs or (mine == theirs and (earlier or bool(other.origins)))
