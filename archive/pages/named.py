"""Beside the incidents that a search finds: places, actors, conflicts, sources and publications so named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from archive import addresses
from archive.language import gettext, marked
from archive.models import NameEntry
from archive.models.search import FEW
from archive.pages.called import called_here
from archive.search import Query

#: How many of each kind are shown; the data has the others.
SHOWN = 5

#: In the order in which they are shown.
KINDS = {
    "places": marked("Places"),
    "actors": marked("Actors"),
    "conflicts": marked("Conflicts"),
    "sources": marked("Sources"),
    "publications": marked("Publications"),
}


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Named:
    """Those of one kind, the shortest names first; `more`: the address of all, where there are more."""

    kind: str
    links: Sequence[Link]
    more: str


def named(query: Query) -> list[Named]:
    """What has the words in its name; nothing where they stand in the names of thousands.

    One query, and one more for each kind whose entities can have names in the language of the page.
    """
    found: dict[str, list[tuple[int, str, str]]] = {kind: [] for kind in KINDS}
    rows = list(NameEntry.objects.indexed(query).values_list("kind", "key", "name"))
    for kind, key, name in rows if len(rows) <= FEW else ():
        found[kind].append((len(name), name, key))
    return [_named(kind, sorted(entries), query) for kind, entries in found.items() if entries]


def _named(kind: str, entries: Sequence[tuple[int, str, str]], query: Query) -> Named:
    here = called_here(kind, [key for _, _, key in entries[:SHOWN]])
    links = [Link(here.get(key, name), addresses.entity_path(kind, key)) for _, name, key in entries[:SHOWN]]
    more = f"{addresses.api_list_path(kind)}?{urlencode({'q': query.text})}" if len(entries) > SHOWN else ""
    return Named(gettext(KINDS[kind]), links, more)
