"""The filter form of the incident list, without script: what is chosen stays ticked, more can be added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import QueryDict

from archive.filters import IncidentFilters
from archive.filters.fields import KeysFilter, WordFilter, WordsFilter
from archive.models import ActorEntry, ConflictEntry, PlaceEntry
from archive.vocabulary import ActorKind, PlaceKind

#: How many entries a list to choose from offers at most; others are reached from their own pages.
OFFERED = 200


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter: the values given, what they are called, what else can be chosen, and what is wrong."""

    name: str
    given: tuple[str, ...]
    chosen: tuple[Choice, ...]
    offered: tuple[Choice, ...]
    errors: Sequence[str]

    @property
    def value(self) -> str:
        """The value of a field that takes one."""
        return self.given[0] if self.given else ""


def filter_fields(asked: QueryDict, errors: Mapping[str, Sequence[str]]) -> Mapping[str, Field]:
    """The fields by name; `errors` are those of the filters, by parameter."""
    return {name: _field(name, asked, errors.get(name, ())) for name in IncidentFilters.base_filters}


def _field(name: str, asked: QueryDict, errors: Sequence[str]) -> Field:
    given = tuple(dict.fromkeys(value for value in asked.getlist(name) if value and "\0" not in value))
    choices = _choices(name, given)
    labels = {choice.value: choice.label for choice in choices}
    return Field(
        name=name,
        given=given,
        chosen=tuple(Choice(value, labels.get(value, value)) for value in given),
        offered=tuple(choice for choice in choices if choice.value not in given),
        errors=errors,
    )


def _choices(name: str, given: Sequence[str]) -> Sequence[Choice]:
    chosen_from = IncidentFilters.base_filters[name]
    if isinstance(chosen_from, WordsFilter | WordFilter):
        return [Choice(word.value, word.label) for word in chosen_from.words]
    if isinstance(chosen_from, KeysFilter):
        return [*_offered(name), *_named(chosen_from.extra["model"], given)]
    return []


def _named(model: type[models.Model], keys: Sequence[str]) -> Iterable[Choice]:
    """The names of the entries with these keys; no query where there is none."""
    if not keys:
        return []
    rows = model._default_manager.filter(pk__in=keys).values_list("pk", "name")
    return [Choice(key, label) for key, label in rows]


def _offered(name: str) -> Iterable[Choice]:
    """Entries to choose from; sources and publications are chosen from their own pages."""
    entries: models.QuerySet[Any]
    match name:
        case "place":
            entries = PlaceEntry.objects.filter(kind__in=[PlaceKind.COUNTRY, PlaceKind.PROVINCE])
        case "actor":
            entries = ActorEntry.objects.filter(kind=ActorKind.ARMED_GROUP)
        case "conflict":
            entries = ConflictEntry.objects.all()
        case _:
            return []
    return [Choice(key, label) for key, label in entries.order_by("name").values_list("pk", "name")[:OFFERED]]
