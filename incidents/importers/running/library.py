"""The library's own entities in the place of those that rows propose.

A proposal is the library's own where the key is the same (or was, before a merge), or where one single actor,
publication or place of its kind has the name, or an alias of it, in any spelling; a place must also lie
within the one around it. What the library does not know is taken as proposed. The result does not depend on
how the rows are cut into batches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from archive.record import Place, Record, Source
from archive.record.entities import Part
from archive.record.links import ENTITIES, Link, held, links, reached
from archive.record.relinking import relinked
from incidents.importers.parsing.entry import Entry
from incidents.library import gather
from incidents.models import Actor, ActorAlias, FormerKey, PlaceName
from incidents.models import Place as PlaceRow
from sources.likeness import likeness
from sources.models import Publication

#: Each kind comes after those that it names.
ORDER = ("publications", "conflicts", "places", "actors", "sources")
#: What follows the row as a source where nobody changed it at the desk.
FOLLOWS = ("title", "published", "url", "note")
#: Places of one key that lie further apart, in degrees, are two.
APART = 0.02


@dataclass
class Library:
    """What the desk knows of the entities of one batch, and which entity stands for each proposal."""

    known: dict[Link, Part]
    named: dict[Link, list[str]]
    became: dict[Link, str] = field(default_factory=dict)

    def place(self, entry: Entry, before: Entry | None = None) -> Entry:
        """The entry with the library's entities; what it newly names is known from now on.

        The row as a source follows the row; `before` is what it said in an earlier release.
        """
        self._settle_all(entry)
        self._renew(entry, before)
        return self._relinked(entry)

    def recall(self, entry: Entry) -> Entry:
        """What a row said in an earlier release, with the library's entities."""
        self._settle_all(entry)
        return self._relinked(entry)

    def _settle_all(self, entry: Entry) -> None:
        proposed = held(entry.record)
        for kind in ORDER:
            for link in _outermost_first(kind, proposed):
                self._settle(link, self._fitted(proposed[link]))

    def _fitted(self, part: Part) -> Part:
        return relinked(part, lambda named: self.became.get(named, named[1]))

    def _settle(self, link: Link, part: Part) -> None:
        kind, key = link[0], self._key(link, part)
        self.became[link] = key
        if (kind, key) not in self.known:
            self.known[(kind, key)] = part.model_copy(update={"key": key})
            self.named.setdefault(_name(kind, part), []).append(key)

    def _key(self, link: Link, part: Part) -> str:
        kind, key = link
        own: Any = self.known.get(link)
        if own is not None and (own.key != key or not _lies_elsewhere(own, part)):
            return str(own.key)
        there: Any = self.known.get((kind, _key_at(part))) if own is not None else None
        if there is not None:
            return str(there.key)
        # Sources and conflicts are told apart by their keys alone: two headlines are not one.
        named = self.named.get(_name(kind, part), ()) if kind in NAMES else ()
        alike = [name for name in named if self._fits((kind, name), part)]
        if len(alike) == 1:
            return alike[0]
        return key if own is None else _key_at(part)

    def _renew(self, entry: Entry, before: Entry | None) -> None:
        link = ("sources", self.became[("sources", entry.source)])
        row, past = self._row(entry), self._row(before) if before else None
        self.known[link] = _updated(self.known[link], row, past)

    def _row(self, entry: Entry) -> Part:
        return self._fitted(held(entry.record)[("sources", entry.source)])

    def _relinked(self, entry: Entry) -> Entry:
        if all(self.known.get(link) == part for link, part in held(entry.record).items()):
            return entry
        record = _relinked(entry.record, self.became, self.known)
        return replace(entry, record=record, source=self.became[("sources", entry.source)])

    def _fits(self, link: Link, part: Part) -> bool:
        other: Any = self.known[link]
        same = getattr(other, "kind", None) == getattr(part, "kind", None)
        return same and not _lies_elsewhere(other, part) and self._lies_within(other, part)

    def _lies_within(self, other: Part, part: Part) -> bool:
        """Whether a place is somewhere within the place in which the proposal lies."""
        if not isinstance(part, Place) or not isinstance(other, Place):
            return True
        here = other.parent
        while here is not None and here != part.parent:
            around: Any = self.known[("places", here)]
            here = around.parent
        return here == part.parent


def library_for(entries: Sequence[Entry]) -> Library:
    """All that the desk knows of the entries' entities. A few queries for each kind."""
    proposed = {link: part for entry in entries for link, part in held(entry.record).items()}
    named = _named(proposed)
    wanted = set(proposed) | {(link[0], key) for link, keys in named.items() for key in keys}
    wanted |= {("places", _key_at(part)) for entry in entries for part in entry.record.places}
    now = {link: (link[0], key) for link, key in _former(wanted).items()}
    known = gather({*wanted, *now.values()})
    return Library(known | {link: known[now[link]] for link in now if now[link] in known}, named)


def _former(proposed: Iterable[Link]) -> dict[Link, str]:
    keys = {key for _, key in proposed}
    rows = FormerKey.objects.filter(key__among=keys).values_list("subject", "key", "now")
    return {(subject, key): now for subject, key, now in rows}


def _name(kind: str, part: Part) -> Link:
    return kind, likeness(getattr(part, "name", ""))


def _named(proposed: Mapping[Link, Part]) -> dict[Link, list[str]]:
    """The keys of the desk's entities that have a name like one that is proposed, by kind and likeness."""
    found: dict[Link, list[str]] = defaultdict(list)
    for kind, queries in NAMES.items():
        marks = {_name(kind, part)[1] for (of, _), part in proposed.items() if of == kind}
        for model, key in queries if marks else ():
            rows = model._default_manager.filter(likeness__among=marks).values_list("likeness", key)
            for mark, name in rows.distinct():
                if name not in found[(kind, mark)]:
                    found[(kind, mark)].append(name)
    return found


NAMES: Mapping[str, Sequence[tuple[Any, str]]] = {
    "publications": ((Publication, "key"),),
    "places": ((PlaceRow, "key"), (PlaceName, "place__key")),
    "actors": ((Actor, "key"), (ActorAlias, "actor__key")),
}


def _outermost_first(kind: str, parts: Mapping[Link, Part]) -> Iterator[Link]:
    """The links of one kind, each after the one that its part lies within."""
    waiting = {link for link in parts if link[0] == kind}
    while waiting:
        ready = {link for link in waiting if waiting.isdisjoint(links(parts[link]))} or waiting
        yield from sorted(ready)
        waiting -= ready


def _lies_elsewhere(one: Part, other: Part) -> bool:
    if not isinstance(one, Place) or not isinstance(other, Place):
        return False
    pairs = ((one.latitude, other.latitude), (one.longitude, other.longitude))
    return any(a is not None and b is not None and abs(a - b) > APART for a, b in pairs)


def _key_at(part: Part) -> str:
    """The key of a place that has the name and the parents of another, but lies elsewhere."""
    if not isinstance(part, Place) or part.latitude is None or part.longitude is None:
        return str(getattr(part, "key", ""))
    north = f"{'n' if part.latitude >= 0 else 's'}{abs(part.latitude) * 100:.0f}"
    east = f"{'e' if part.longitude >= 0 else 'w'}{abs(part.longitude) * 100:.0f}"
    return f"{part.key[:80].rstrip('-')}-{north}-{east}"


def _updated(own: Part, row: Part, past: Part | None) -> Part:
    """The row as a source, in its newest release; what an editor added to it or wrote in it stays."""
    if not isinstance(own, Source) or not isinstance(row, Source):
        return own
    before = past if isinstance(past, Source) else Source(key=row.key, kind=row.kind, title=row.key)
    theirs = [each for each in own.relies_on if each not in before.relies_on]
    relies_on = tuple(dict.fromkeys([*row.relies_on, *theirs]))
    now = {name: getattr(row, name) for name in FOLLOWS if _is_as_before(name, own, before)}
    return own.model_copy(update={"version": row.version, "relies_on": relies_on, **now})


def _is_as_before(name: str, own: Source, before: Source) -> bool:
    return getattr(own, name) in ("", getattr(before, name))


def _relinked(record: Record, became: Mapping[Link, str], known: Mapping[Link, Part]) -> Record:
    def rename(link: Link) -> str:
        return became.get(link, link[1])

    lists = ("attacks", "claims")
    parts: dict[str, Any] = {
        name: tuple(relinked(part, rename) for part in getattr(record, name)) for name in lists
    }
    place = rename(("places", record.place)) if record.place else None
    moved = record.model_copy(update={"place": place, **parts})
    needed = reached(moved, known)
    entities: dict[str, Any] = {
        name: tuple(known[link] for link in sorted(needed) if link[0] == name) for name in ENTITIES
    }
    return moved.model_copy(update=entities)
