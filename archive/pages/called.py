"""What places and actors are called in the language of the page, where their records know a name in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import orjson

from archive.answers import Entity
from archive.language import language
from archive.models import ActorEntry, PlaceEntry, SharedEntry
from archive.record import Alias
from archive.wording import name_in_language

Row = TypeVar("Row", bound=SharedEntry)

#: What can have names in several languages, with the list of its answer that holds them.
SEVERAL: Mapping[str, tuple[type[SharedEntry], str]] = {
    "places": (PlaceEntry, "names"),
    "actors": (ActorEntry, "aliases"),
}


def called_here(kind: str, keys: Collection[str]) -> Mapping[str, str]:
    """Those of the keys whose records have a name in the language of the page, each with that name.

    One query; none in English, in which everything goes by its first name.
    """
    if kind not in SEVERAL or not keys or language() == "en":
        return {}
    model, others = SEVERAL[kind]
    bodies = model._default_manager.filter(pk__in=keys).values_list("pk", "body")
    named = ((key, name_in_language(_others(orjson.loads(body)[others]))) for key, body in bodies)
    return {key: name for key, name in named if name}


def entries_here(entries: Iterable[Row]) -> list[Row]:
    """The rows of one kind, each by the name that it has in the language of the page. One query at most."""
    found = list(entries)
    names = called_here(found[0].listed_as, [entry.key for entry in found]) if found else {}
    for entry in found:
        entry.name = names.get(entry.key, entry.name)
    return found


def entities_here(kind: str, entities: Sequence[Entity]) -> Sequence[Entity]:
    """The same for what an answer links to."""
    names = called_here(kind, [entity.key for entity in entities])
    return [entity.model_copy(update={"name": names.get(entity.key, entity.name)}) for entity in entities]


def _others(aliases: Collection[Mapping[str, Any]]) -> Iterator[Alias]:
    return (Alias.model_validate(alias) for alias in aliases)
