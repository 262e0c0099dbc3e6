"""The words of entities' names, kept up with the entities themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

import orjson
from django.db.models import Exists, OuterRef

from archive.bulk import insert_final
from archive.models import Holding, SharedEntry, Spelling
from archive.record.links import Link
from archive.search.spelling import spellings_of

#: The record's lists whose entities have names; the titles of sources are no names.
NAMED = ("publications", "actors", "places", "conflicts")

Entries = Iterable[tuple[str, SharedEntry]]


def respell(entries: Entries, new: Collection[Link]) -> None:
    """Store the words of these entities' names; of those in `new` none is there yet."""
    rows: list[Spelling] = []
    known: list[tuple[str, SharedEntry]] = []
    for kind, entry in entries:
        if (kind, entry.key) in new:
            rows += _rows(kind, entry)
        else:
            known.append((kind, entry))
    for kind, stale in _by_kind(misspelt(known)).items():
        forget(kind, *(entry.key for entry in stale))
        rows += [row for entry in stale for row in _rows(kind, entry)]
    insert_final(rows)


def forget(kind: str, *keys: str) -> None:
    Spelling.objects.of(kind, *keys).delete()


def misspelt(entries: Entries) -> Iterator[tuple[str, SharedEntry]]:
    """Those of the entities for whose names other words are stored. One query for each kind."""
    for kind, of_kind in _by_kind(entries).items():
        stored: dict[str, set[tuple[str, str]]] = defaultdict(set)
        rows = Spelling.objects.of(kind, *(entry.key for entry in of_kind)) if kind in NAMED else ()
        for row in rows:
            stored[row.key].add((row.word, row.hint))
        for entry in of_kind:
            if stored[entry.key] != {(row.word, row.hint) for row in _rows(kind, entry)}:
                yield kind, entry


def without_holder(kind: str) -> Iterable[str]:
    """The keys of entities of the kind that no current edition holds, and whose words are still stored."""
    holders = Holding.objects.filter(kind=kind, key=OuterRef("key"))
    lost = Spelling.objects.filter(~Exists(holders), kind=kind)
    return lost.order_by("key").values_list("key", flat=True).distinct()


def _rows(kind: str, entry: SharedEntry) -> Sequence[Spelling]:
    if kind not in NAMED:
        return []
    found = spellings_of(orjson.loads(entry.body))
    return [Spelling(kind=kind, key=entry.key, word=word, hint=hint) for word, hint in found]


def _by_kind(entries: Entries) -> dict[str, list[SharedEntry]]:
    found: dict[str, list[SharedEntry]] = defaultdict(list)
    for kind, entry in entries:
        found[kind].append(entry)
    return found
