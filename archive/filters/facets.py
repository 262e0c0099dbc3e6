"""Which values a parameter can take among the incidents that are asked for, and of how many incidents.

What is already chosen of the same parameter does not count, so that another value can be chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from archive.filters.narrowing import Narrowing
from archive.models import (
    AttackEntry,
    IncidentActor,
    IncidentConflict,
    IncidentFinding,
    IncidentGist,
    IncidentPlace,
    IncidentSource,
)
from archive.models.gists import DISPUTED, ORIGINS

#: Parameters whose values are the columns of an attack; several of them are sought in one attack.
OF_ATTACKS = ("type", "target", "weapon")
#: Parameters of which an incident has each value in one row.
ONCE = ("place", "conflict", "source", "finding")
#: Parameters whose words each stand for a condition.
CONDITIONS: Mapping[str, Mapping[Any, Q]] = {"disputed": DISPUTED, "origins": ORIGINS}


class Counted(NamedTuple):
    """A value, and how many incidents have it."""

    value: str
    incidents: int


def counted(name: str, narrowing: Narrowing, most: int, among: Any = None) -> Sequence[Counted]:
    """The values that most incidents have, at most so many. One query.

    `among`: keys, to which the values are limited.
    """
    if name in CONDITIONS:
        return _conditions(name, narrowing)
    rows, column = _rows(name, narrowing)
    if among is not None:
        # From few incidents to their values: SQLite would otherwise seek every value in every incident.
        sought = Coalesce(column, Value("")) if narrowing.narrows(name) else F(column)
        rows = rows.alias(sought=sought).filter(sought__in=among)
    rows = narrowing.among(rows, without=name).order_by().values_list(column)
    each = Count("incident", distinct=name not in ONCE)
    found = rows.annotate(incidents=each).order_by("-incidents", column)
    return [Counted(*row) for row in found[:most]]


def _conditions(name: str, narrowing: Narrowing) -> Sequence[Counted]:
    conditions = CONDITIONS[name]
    gists = narrowing.among(IncidentGist.objects.all(), without=name)
    found = gists.aggregate(
        **{str(word): Count("pk", filter=condition) for word, condition in conditions.items()}
    )
    return [Counted(word, found[word]) for word in conditions if found[word]]


def _rows(name: str, narrowing: Narrowing) -> tuple[QuerySet[Any], str]:
    """The rows that tell which incident has which value, and the column of the value."""
    match name:
        case "place":
            return IncidentPlace.objects.all(), "key"
        case "actor" | "attribution":
            return _responsible(name, narrowing)
        case "publication":
            return IncidentSource.objects.filter(direct=True).exclude(publication=""), "publication"
        case "source":
            return IncidentSource.objects.filter(direct=True), "key"
        case "finding":
            return IncidentFinding.objects.all(), "code"
        case "conflict":
            return IncidentConflict.objects.all(), "key"
        case _:
            return _attacks(name, narrowing), name


def _responsible(name: str, narrowing: Narrowing) -> tuple[QuerySet[Any], str]:
    """Actors who are held responsible in the ways that are chosen; the ways in which the chosen ones are."""
    actors, ways = narrowing.chosen("actor"), narrowing.chosen("attribution")
    if name == "actor":
        rows = IncidentActor.objects.exclude(key="")
        return (rows.filter(attribution__in=ways) if ways else rows), "key"
    rows = IncidentActor.objects.exclude(attribution="")
    return (rows.filter(key__in=actors) if actors else rows), "attribution"


def _attacks(name: str, narrowing: Narrowing) -> QuerySet[Any]:
    others = {each: narrowing.chosen(each) for each in OF_ATTACKS if each != name}
    kinds = {f"{each}s": values for each, values in others.items()}
    return AttackEntry.objects.of_kind(**kinds).exclude(**{name: ""})
