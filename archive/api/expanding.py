"""What an answer of a list names in short or by its key, given whole instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import orjson
from django.db.models import Model

from archive.catalogue.keys import part_key
from archive.models import (
    ActorEntry,
    ClaimEntry,
    IncidentEntry,
    PlaceEntry,
    PublicationEntry,
    SourceEntry,
)

Answer = dict[str, Any]


class Expansion(NamedTuple):
    """`key`: of the row of the model that the answer names. `part`: this field of its answer alone."""

    model: type[Model]
    key: Callable[[Answer], str | None]
    column: str = "body"
    part: str = ""


def _own(answer: Answer) -> str:
    return str(answer["id"])


def _incident(answer: Answer) -> str:
    return str(answer["incident"]["id"])


def _claim(answer: Answer) -> str:
    return part_key(_incident(answer), answer["claim"]["number"])


def _named(name: str) -> Callable[[Answer], str | None]:
    """The key that the answer holds in this field."""
    return lambda answer: answer[name]


#: The lists of a record that an incident's answer holds whole.
OF_INCIDENTS: Mapping[str, Expansion] = {
    name: Expansion(IncidentEntry, _own, part=name)
    for name in ("attacks", "claims", "sources", "publications", "actors", "places", "conflicts")
}
OF_CLAIMS: Mapping[str, Expansion] = {"incident": Expansion(IncidentEntry, _incident, "brief")}
OF_ATTACKS: Mapping[str, Expansion] = {**OF_CLAIMS, "place": Expansion(PlaceEntry, _named("place"))}
OF_CITATIONS: Mapping[str, Expansion] = {
    **OF_CLAIMS,
    "claim": Expansion(ClaimEntry, _claim),
    "source": Expansion(SourceEntry, _named("source")),
}
OF_SOURCES: Mapping[str, Expansion] = {"publication": Expansion(PublicationEntry, _named("publication"))}
OF_ACTORS: Mapping[str, Expansion] = {"part_of": Expansion(ActorEntry, _named("part_of"))}
OF_PLACES: Mapping[str, Expansion] = {"parent": Expansion(PlaceEntry, _named("parent"))}


def expand(answers: Sequence[Answer], wanted: Mapping[str, Expansion]) -> None:
    """Put what is wanted into the answers. One query for each kind of thing.

    What was closed since the answers were read stays as it is.
    """
    keys: dict[tuple[type[Model], str], set[str]] = {}
    named = {name: [each.key(answer) for answer in answers] for name, each in wanted.items()}
    for name, each in wanted.items():
        keys.setdefault((each.model, each.column), set()).update(key for key in named[name] if key)
    whole = {kind: _whole(*kind, some) for kind, some in keys.items()}
    for name, each in wanted.items():
        for answer, key in zip(answers, named[name], strict=True):
            if found := whole[(each.model, each.column)].get(key or ""):
                answer[name] = found[each.part] if each.part else found


def _whole(model: type[Model], column: str, keys: Iterable[str]) -> dict[str, Answer]:
    rows = model._default_manager.filter(pk__in=keys).values_list("pk", column)
    return {key: orjson.loads(body) for key, body in rows}
