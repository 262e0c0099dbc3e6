"""What two editors did to the same form, as lines of a table in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from incidents.admin.sheets import OWN, Forms
from incidents.meeting import Difference, Place, Value

NOT_THERE = "(not there)"
EMPTY = "(empty)"


@dataclass(frozen=True)
class Line:
    """One field: its name, its three values in words, and which of them the form holds now."""

    field: str
    opened: str
    stored: str
    typed: str
    kept: str


def lines(differences: Iterable[Difference], forms: Forms) -> Iterator[Line]:
    """The differences in words; the forms show what is stored."""
    sets = {formset.prefix: formset for formset in forms.sets}
    for difference in differences:
        yield _line(difference, _field(difference, forms.own, sets), _row_name(difference.place, sets))


def _line(difference: Difference, field: Any, row: str) -> Line:
    label = str(field.label)
    return Line(
        field=f"{row}: {label.lower()}" if row else label,
        opened=in_words(field, difference.opened),
        stored=in_words(field, difference.stored),
        typed=in_words(field, difference.typed),
        kept="what you typed" if difference.keeps_typed else "what is stored now",
    )


def _field(difference: Difference, form: Any, sets: Mapping[str, Any]) -> Any:
    fields = form.fields if difference.place == OWN else sets[difference.place[0]].form.base_fields
    return fields[difference.field]


def _row_name(place: Place, sets: Mapping[str, Any]) -> str:
    if place == OWN:
        return ""
    formset = sets[place[0]]
    name = str(formset.model._meta.verbose_name).capitalize()
    rows = [str(form.instance) for form in formset.initial_forms if str(form.instance.pk) == place[1]]
    return f"{name} “{rows[0]}”" if rows else f"{name}, deleted meanwhile"


def in_words(field: Any, value: Value | None) -> str:
    """A field's value as its form would show it: names instead of database keys."""
    if value is None:
        return NOT_THERE
    if value in ("", ()):
        return EMPTY
    if value == "on":
        return "yes"
    try:
        chosen = field.clean(list(value) if isinstance(value, tuple) else value)
    except ValidationError:
        return str(value)
    return _named(chosen, getattr(field, "choices", ()))


def _named(chosen: Any, choices: Any) -> str:
    if isinstance(chosen, Model):
        return str(chosen)
    if hasattr(chosen, "model"):
        return "; ".join(str(row) for row in chosen)
    labels = dict(choices) if isinstance(choices, list) else {}
    return str(labels.get(chosen, chosen))
