"""What a card of a search shows beside the incident: its title and passages, with what was found marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import orjson

from archive.models import IncidentEntry
from archive.search import Query
from archive.search.snippets import Piece, marked, snippets
from archive.search.texts import texts_of


@dataclass(frozen=True, slots=True)
class Found:
    """The title and some passages, each in pieces."""

    title: Sequence[Piece]
    passages: Sequence[Sequence[Piece]]


def found_in(entries: Iterable[IncidentEntry], query: Query | None) -> Mapping[str, Found]:
    """By key: where the query is found in the incidents. One query; none where nothing was searched."""
    keys = [entry.pk for entry in entries] if query else []
    if not query or not keys:
        return {}
    bodies = IncidentEntry.objects.filter(pk__in=keys).values_list("key", "title", "body")
    return {
        key: Found(marked(title, query), snippets(texts_of(orjson.loads(body)), query))
        for key, title, body in bodies
    }
