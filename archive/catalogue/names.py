"""The names of entities and the words that they are made of, kept up with the entities themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from archive.bulk import insert_final
from archive.models import Holding, NameEntry, SharedEntry, Spelling
from archive.record.links import Link
from archive.search.stored import called

Entries = Iterable[tuple[str, SharedEntry]]


class Named(NamedTuple):
    """The rows of one entity: its names, and the words of these with their hints."""

    names: NameEntry
    spellings: Sequence[Spelling]

    @property
    def said(self) -> tuple[str, str, frozenset[tuple[str, str]]]:
        """All that the rows say."""
        words = frozenset((row.word, row.hint) for row in self.spellings)
        return self.names.name, self.names.terms, words


def named(kind: str, entry: SharedEntry) -> Named:
    """The rows of an entity."""
    key = entry.key
    line, words = called(kind, entry.name, entry.body)
    return Named(
        NameEntry(kind=kind, key=key, name=entry.name, terms=line),
        [Spelling(kind=kind, key=key, word=word, hint=hint) for word, hint in words],
    )


def rename(entries: Entries, new: Collection[Link]) -> None:
    """Store the names of these entities; of those in `new` none is there yet."""
    known: list[tuple[str, SharedEntry]] = []
    rows: list[Named] = []
    for kind, entry in entries:
        if (kind, entry.key) in new:
            rows.append(named(kind, entry))
        else:
            known.append((kind, entry))
    for kind, entry in misnamed(known):
        forget(kind, entry.key)
        rows.append(named(kind, entry))
    insert_final([row.names for row in rows])
    insert_final([spelling for row in rows for spelling in row.spellings])


def forget(kind: str, *keys: str) -> None:
    for model in (NameEntry, Spelling):
        model._default_manager.filter(kind=kind, key__among=keys).delete()


def misnamed(entries: Entries) -> Iterator[tuple[str, SharedEntry]]:
    """Those of the entities for which other names are stored. Two queries for each kind."""
    by_kind: dict[str, list[SharedEntry]] = defaultdict(list)
    for kind, entry in entries:
        by_kind[kind].append(entry)
    for kind, of_kind in by_kind.items():
        stored = _stored(kind, [entry.key for entry in of_kind])
        for entry in of_kind:
            if entry.key not in stored or stored[entry.key].said != named(kind, entry).said:
                yield kind, entry


def _stored(kind: str, keys: Sequence[str]) -> dict[str, Named]:
    spellings: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in Spelling.objects.of(kind, *keys):
        spellings[spelling.key].append(spelling)
    rows = NameEntry.objects.filter(kind=kind, key__among=keys)
    return {row.key: Named(row, spellings[row.key]) for row in rows}


def without_holder(kind: str) -> Iterator[str]:
    """The keys of entities of the kind that no current edition holds, and whose names are still stored."""
    holders = Holding.objects.filter(kind=kind, key=OuterRef("key"))
    for model in (NameEntry, Spelling):
        lost = model._default_manager.filter(~Exists(holders), kind=kind)
        yield from lost.order_by("key").values_list("key", flat=True).distinct()
