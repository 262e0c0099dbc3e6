"""Entities that records share: each is shown as the latest edition that holds it gives it.

The latest is the current edition with the greatest (published_at, incident): a rule that does not depend on
the order in which incidents are indexed, so that a rebuilt catalogue equals one grown by publications.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery

from archive.answers import Composer
from archive.answers.compose import name_of
from archive.answers.texts import text_of
from archive.bulk import insert_final
from archive.catalogue.composing import composer, volume_of
from archive.catalogue.forwards import entity_forwards
from archive.catalogue.names import forget, rename
from archive.catalogue.rows import etag_of
from archive.models import (
    ActorEntry,
    ConflictEntry,
    Edition,
    Forward,
    Holding,
    PlaceEntry,
    PublicationEntry,
    SharedEntry,
    SourceEntry,
)
from archive.record.links import Link, held

ENTRIES: Mapping[str, type[SharedEntry]] = {
    "sources": SourceEntry,
    "publications": PublicationEntry,
    "actors": ActorEntry,
    "places": PlaceEntry,
    "conflicts": ConflictEntry,
}

#: The record's list that an entry's entity stands in.
KINDS: Mapping[type[models.Model], str] = {model: kind for kind, model in ENTRIES.items()}

#: The columns of an entry beyond those that all have: what the record calls them too.
OWN = {
    kind: [
        field.name
        for field in model._meta.concrete_fields
        if field.name not in {"key", "name", "edition", "body", "etag"}
    ]
    for kind, model in ENTRIES.items()
}


#: An entry, and the record's list that its entity stands in.
Entry = tuple[str, SharedEntry]


class Held(NamedTuple):
    """The edition that an entity's entry follows, the entry's tag, and the edition that it should follow."""

    stored: int | None
    etag: str
    holder: int | None


def renew(links: Iterable[Link], known: Mapping[int, Composer], *, anew: bool = False) -> None:
    """Store anew the entries of these entities where another edition holds them now; `anew`: all of them.

    `known`: composers at hand, by edition; what they hold is stored anew in any case. Entities that no
    current edition holds disappear.
    """
    by_edition: dict[int, list[Link]] = defaultdict(list)
    held_now = _holders(links)
    new = {link for link, (stored, _, _) in held_now.items() if stored is None}
    for link, (stored, _, holder) in held_now.items():
        if holder is None:
            ENTRIES[link[0]]._default_manager.filter(key=link[1]).delete()
            Forward.objects.leading_to(*link).delete()
            forget(*link)
        elif anew or holder != stored or holder in known:
            by_edition[holder].append(link)
    made = {edition: known.get(edition) or _composer_of(edition) for edition in by_edition}
    entries: list[Entry] = []
    forwards: list[Forward] = []
    for edition, wanted in by_edition.items():
        entries += entries_of(edition, made[edition], wanted)
        forwards += entity_forwards(made[edition], wanted)
    put(entries, new)
    rename(entries if anew else _restated(entries, held_now), new)
    _lead_on({(kind, entry.key) for kind, entry in entries} - new, forwards)


def _restated(entries: Iterable[Entry], before: Mapping[Link, Held]) -> list[Entry]:
    """Those of the entries that say something else than before: the others are called as they were."""
    return [(kind, entry) for kind, entry in entries if entry.etag != before[(kind, entry.key)].etag]


def _composer_of(edition: int) -> Composer:
    return composer(volume_of(Edition.objects.get(pk=edition)))


def _lead_on(known: Iterable[Link], forwards: Sequence[Forward]) -> None:
    """Let former keys of entities lead to them; `known` are those to which some may have led before."""
    Forward.objects.leading_to_any(_by_kind(known)).delete()
    Forward.objects.bulk_create(forwards, batch_size=500)


def _by_kind(links: Iterable[Link]) -> Mapping[str, set[str]]:
    keys: dict[str, set[str]] = defaultdict(set)
    for kind, key in links:
        keys[kind].add(key)
    return keys


def put(entries: Iterable[Entry], new: Collection[Link] = ()) -> None:
    """Insert or update these entries, each with its kind; of those in `new` none is there yet."""
    by_kind: dict[tuple[str, bool], list[SharedEntry]] = defaultdict(list)
    for kind, entry in entries:
        by_kind[(kind, (kind, entry.key) in new)].append(entry)
    for (kind, is_new), rows in by_kind.items():
        insert_final(rows) if is_new else _update(kind, rows)


def _update(kind: str, rows: Sequence[SharedEntry]) -> None:
    columns = ["name", "edition", "body", "etag", *OWN[kind]]
    ENTRIES[kind]._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=["key"], update_fields=columns
    )


def entries_of(edition: int, made: Composer, wanted: Iterable[Link]) -> Iterator[Entry]:
    """The entries of these entities as the edition's record gives them, each with its kind."""
    parts = held(made.record)
    for kind, key in wanted:
        part: Any = parts[(kind, key)]
        body = text_of(made.entity(kind, key))
        own = {name: getattr(part, name) or "" for name in OWN[kind]}
        yield (
            kind,
            ENTRIES[kind](
                key=key, name=name_of(part), edition_id=edition, body=body, etag=etag_of(body), **own
            ),
        )


def latest(kind: str, key: str | OuterRef) -> QuerySet[Holding]:
    """Who holds the entity, the latest edition first."""
    return Holding.objects.filter(kind=kind, key=key).order_by("-published_at", "-incident")


def _holders(links: Iterable[Link]) -> dict[Link, Held]:
    found: dict[Link, Held] = {}
    for kind, wanted in sorted(_by_kind(links).items()):
        holder = Subquery(latest(kind, OuterRef("key")).values("edition")[:1])
        entries = ENTRIES[kind]._default_manager.filter(key__among=wanted).annotate(holder=holder)
        for key, *rest in entries.values_list("key", "edition", "etag", "holder"):
            found[(kind, key)] = Held(*rest)
        if new := wanted - {key for of, key in found if of == kind}:
            found |= _holders_of_new(kind, new)
    return found


def _holders_of_new(kind: str, keys: Collection[str]) -> dict[Link, Held]:
    """Of entities that have no entry yet: who holds each, if anybody does."""
    rows = Holding.objects.filter(kind=kind, key__among=keys).order_by("published_at", "incident")
    holders: dict[str, int | None] = dict.fromkeys(keys) | dict(rows.values_list("key", "edition"))
    return {(kind, key): Held(None, "", edition) for key, edition in holders.items()}
