"""The filter form of the incident list, without script, and what was chosen beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from archive.filters import IncidentFilters
from archive.filters.fields import Several
from archive.pages import asking
from archive.pages.labels import TITLES, labels
from archive.vocabulary import Rule


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: the value given, and what is wrong with it."""

    value: str
    errors: Sequence[str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value that was chosen of a parameter; `href`: the list without it."""

    name: str
    title: str
    value: str
    label: str
    href: str


def filter_fields(asked: QueryDict, errors: Mapping[str, Sequence[str]]) -> Mapping[str, Any]:
    """The fields that take one value, by name; `errors` are those of the filters, by parameter."""
    kept = asking.filters_of(asked)
    names = [name for name, one in IncidentFilters.base_filters.items() if not isinstance(one, Several)]
    fields = {name: Field(kept.get(name, ""), errors.get(name, ())) for name in names}
    return {**fields, "rules": [(rule, rule == (kept.get("rule") or Rule.ARCHIVE)) for rule in Rule]}


def chosen(asked: QueryDict) -> Sequence[Chosen]:
    """What was chosen beside the form. One query for each parameter that names entries."""
    kept = asking.filters_of(asked)
    return [one for name in TITLES for one in _of(name, list(dict.fromkeys(kept.getlist(name))), asked)]


def _of(name: str, values: Sequence[str], asked: QueryDict) -> Sequence[Chosen]:
    named = labels(name, values) if values else {}
    return [
        Chosen(
            name,
            TITLES[name],
            value,
            named.get(value, value),
            asking.without_value(asked, name, value),
        )
        for value in values
    ]
