"""The filter form of the incident list, without script, and everything that was chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from archive.filters import IncidentFilters
from archive.filters.fields import Several
from archive.filters.ranges import TOGETHER
from archive.language import gettext, marked
from archive.pages import asking
from archive.pages.labels import TITLES, box_label, labels, title_of
from archive.vocabulary import Rule
from archive.wording import date_text

#: What the fields of the form are called that take one value.
FIELDS: Mapping[str, str] = {
    "date_from": marked("From"),
    "date_to": marked("To"),
    "killed_min": marked("Killed, at least"),
    "killed_max": marked("Killed, at most"),
    "injured_min": marked("Injured, at least"),
    "injured_max": marked("Injured, at most"),
    "rule": marked("Figures by"),
    "certain": marked("Within the numbers"),
    "bbox": marked("Within"),
    "near": marked("Near"),
    "within_km": marked("Kilometres"),
    "updated_since": marked("Changed since"),
    "origins_min": marked("Independent sources, at least"),
}

#: Those of them for which the form has no field.
OUTSIDE = ("bbox", "near", "within_km", "updated_since", "origins_min")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: the value given, and what is wrong with it."""

    value: str
    errors: Sequence[str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value that was chosen of a parameter; `href`: the list without it. `in_form`: a field holds it."""

    name: str
    title: str
    value: str
    label: str
    href: str
    in_form: bool = False


def filter_fields(asked: QueryDict, errors: Mapping[str, Sequence[str]]) -> Mapping[str, Any]:
    """The fields that take one value, by name; `errors` are those of the filters, by parameter."""
    kept = asking.filters_of(asked)
    names = [name for name, one in IncidentFilters.base_filters.items() if not isinstance(one, Several)]
    fields = {name: Field(kept.get(name, ""), errors.get(name, ())) for name in names}
    return {**fields, "rules": [(rule, rule == (kept.get("rule") or Rule.ARCHIVE)) for rule in Rule]}


def chosen(asked: QueryDict) -> Sequence[Chosen]:
    """Everything that narrows the list but words. One query for each parameter that names entries."""
    kept = asking.filters_of(asked)
    beside = [one for name in TITLES for one in _of(name, list(dict.fromkeys(kept.getlist(name))), asked)]
    return [*beside, *(_of_form(name, kept.getlist(name)[-1], asked) for name in FIELDS if kept.get(name))]


def _of_form(name: str, value: str, asked: QueryDict) -> Chosen:
    words = labels(name, [value]).get(value, value)
    label = date_text(value) if name in ("date_from", "date_to") else words
    label = gettext("the whole figure") if name == "certain" else label
    label = box_label(value) if name == "bbox" else label
    title, in_form = gettext(FIELDS[name]), name not in OUTSIDE
    together = next((pair for pair in TOGETHER if name in pair), (name,))
    return Chosen(name, title, value, label, asking.without(asked, *together), in_form=in_form)


def _of(name: str, values: Sequence[str], asked: QueryDict) -> Sequence[Chosen]:
    named = labels(name, values) if values else {}
    return [
        Chosen(
            name,
            title_of(name),
            value,
            named.get(value, value),
            asking.without_value(asked, name, value),
        )
        for value in values
    ]
