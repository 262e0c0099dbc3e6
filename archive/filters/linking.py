"""Which rows tell what incidents have in common: each incident with each of its values once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from archive.filters.facets import OF_ATTACKS
from archive.filters.narrowing import Narrowing
from archive.models import AttackEntry, IncidentActor, IncidentPlace, IncidentSource, PlaceEntry
from archive.statistics import LEVELS, Grouping

Links = QuerySet[Any, Any]

#: A place, what lies directly within it, and so on.
INSIDE = """
WITH RECURSIVE inside(key) AS (
    SELECT key FROM {places} WHERE key IN ({chosen})
  UNION
    SELECT place.key FROM {places} place JOIN inside ON place.parent = inside.key
) SELECT key FROM inside
"""


def columns_of(by: tuple[Grouping, ...]) -> tuple[str, ...]:
    """The columns of the values, as `links_of` gives them."""
    if by == (Grouping.ACTOR,):
        return "key", "attribution"
    return tuple("key" if grouping in LEVELS else str(grouping) for grouping in by)


def links_of(by: tuple[Grouping, ...], narrowing: Narrowing) -> Links:
    """The incident, and the values that it has of these groupings, which are asked for together.

    Of a parameter that is asked for already, only what was chosen of it, or lies within; so the list that is
    asked for a group's value holds the group.
    """
    rows = _rows(by, narrowing)
    return rows.order_by().values_list("incident", *columns_of(by))


def _rows(by: tuple[Grouping, ...], narrowing: Narrowing) -> QuerySet[Any]:
    match by[0]:
        case Grouping.ACTOR:
            held = IncidentActor.objects.exclude(attribution="")
            return _chosen(held, narrowing, key="actor", attribution="attribution")
        case Grouping.PUBLICATION:
            cited = IncidentSource.objects.filter(direct=True).exclude(publication="")
            return _chosen(cited, narrowing, publication="publication").distinct()
        case level if level in LEVELS:
            return _places(LEVELS[level], list(narrowing.chosen("place")))
        case _:
            return _attacks(by, narrowing)


def _chosen(rows: QuerySet[Any], narrowing: Narrowing, **columns: str) -> QuerySet[Any]:
    """The rows whose columns have one of the values that were chosen of these parameters, if any were."""
    chosen = {column: list(narrowing.chosen(name)) for column, name in columns.items()}
    return rows.filter(**{f"{column}__in": values for column, values in chosen.items() if values})


def _places(kind: str, chosen: Iterable[str]) -> QuerySet[Any]:
    of_level = PlaceEntry.objects.filter(kind=kind)
    if keys := list(chosen):
        sql = INSIDE.format(places=PlaceEntry._meta.db_table, chosen=", ".join(["%s"] * len(keys)))
        of_level = of_level.filter(pk__in=RawSQL(sql, keys))
    # From incidents to their places: SQLite would otherwise seek every place of the level in every incident.
    rows = IncidentPlace.objects.alias(sought=Coalesce("key", Value("")))
    return rows.filter(sought__in=of_level.values("pk"))


def _attacks(traits: Iterable[str], narrowing: Narrowing) -> QuerySet[Any]:
    attacks = AttackEntry.objects.of_kind(*(narrowing.chosen(name) for name in OF_ATTACKS))
    for trait in traits:
        attacks = attacks.exclude(**{trait: ""})
    return attacks.distinct()
