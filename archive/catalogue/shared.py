"""Entities that records share: each is shown as the latest edition that holds it gives it.

The latest is the current edition with the greatest (published_at, incident): a rule that does not depend on
the order in which incidents are indexed, so that a rebuilt catalogue equals one grown by publications.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

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


def renew(links: Iterable[Link], known: Mapping[int, Composer], *, anew: bool = False) -> None:
    """Store anew the entries of these entities where another edition holds them now; `anew`: all of them.

    `known`: composers at hand, by edition; what they hold is stored anew in any case. Entities that no
    current edition holds disappear.
    """
    by_edition: dict[int, list[Link]] = defaultdict(list)
    new: set[Link] = set()
    for link, (stored, holder) in _holders(links).items():
        if holder is None:
            ENTRIES[link[0]]._default_manager.filter(key=link[1]).delete()
            Forward.objects.leading_to(*link).delete()
            forget(*link)
        elif anew or holder != stored or holder in known:
            by_edition[holder].append(link)
            new |= {link} if stored is None else set()
    made = {edition: known.get(edition) or _composer_of(edition) for edition in by_edition}
    entries: list[tuple[str, SharedEntry]] = []
    forwards: list[Forward] = []
    for edition, wanted in by_edition.items():
        entries += entries_of(edition, made[edition], wanted)
        forwards += entity_forwards(made[edition], wanted)
    put(entries, new)
    rename(entries, new)
    _lead_on({(kind, entry.key) for kind, entry in entries} - new, forwards)


def _composer_of(edition: int) -> Composer:
    return composer(volume_of(Edition.objects.get(pk=edition)))


def _lead_on(known: Iterable[Link], forwards: Sequence[Forward]) -> None:
    """Let former keys of entities lead to them; `known` are those to which some may have led before."""
    for kind, keys in _by_kind(known).items():
        Forward.objects.leading_to(kind, *keys).delete()
    Forward.objects.bulk_create(forwards, batch_size=500)


def _by_kind(links: Iterable[Link]) -> Mapping[str, set[str]]:
    keys: dict[str, set[str]] = defaultdict(set)
    for kind, key in links:
        keys[kind].add(key)
    return keys


def put(entries: Iterable[tuple[str, SharedEntry]], new: Collection[Link] = ()) -> None:
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


def entries_of(edition: int, made: Composer, wanted: Iterable[Link]) -> Iterator[tuple[str, SharedEntry]]:
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


def _holders(links: Iterable[Link]) -> dict[Link, tuple[int | None, int | None]]:
    """Of each entity: the edition that its stored entry follows, and the one that it should follow."""
    found: dict[Link, tuple[int | None, int | None]] = {}
    for kind, wanted in sorted(_by_kind(links).items()):
        holder = Subquery(latest(kind, OuterRef("key")).values("edition")[:1])
        entries = ENTRIES[kind]._default_manager.filter(key__among=wanted).annotate(holder=holder)
        for key, stored, should in entries.values_list("key", "edition", "holder"):
            found[(kind, key)] = stored, should
        new = dict.fromkeys(wanted - {key for of, key in found if of == kind})
        rows = Holding.objects.filter(kind=kind, key__among=new).order_by("published_at", "incident")
        new |= dict(rows.values_list("key", "edition"))
        found |= {(kind, key): (None, edition) for key, edition in new.items()}
    return found
