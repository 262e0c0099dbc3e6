"""Filters that refuse what they do not understand; no wrong parameter ever gives a full list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import models
from django.forms import Form
from django.http import QueryDict
from django_filters import FilterSet

from archive.filters.fields import Several
from archive.language import gettext

Row = TypeVar("Row", bound=models.Model)


class BadFilter(Exception):
    """Parameters that cannot be followed: of each, the reasons in plain words."""

    def __init__(self, errors: Mapping[str, list[str]]) -> None:
        self.errors = dict(errors)
        super().__init__(" ".join(f"{name}: {' '.join(reasons)}" for name, reasons in self.errors.items()))


class Filters(FilterSet):  # type: ignore[misc]
    """A set of filters whose `narrow` makes the list of what its cleaned values ask for."""

    def filter_queryset(self, queryset: Any) -> Any:
        return self.narrow(queryset, self.form.cleaned_data)

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        """The rows that are asked for; `asked` holds every parameter, empty where it is not given."""
        raise NotImplementedError


def filtered(
    queryset: models.QuerySet[Row],
    asked: QueryDict,
    filters: type[Filters],
    *,
    also: Iterable[str] = (),
    blanks: bool = False,
) -> tuple[models.QuerySet[Row], Form]:
    """The rows that the parameters ask for, and the form that holds them. Raises BadFilter.

    `also`: parameters that are allowed and mean something else, such as the cursor. `blanks`: empty
    parameters count as not given, since a browser sends every field of a form.
    """
    if blanks:
        asked = _without_blanks(asked)
    refuse_unknown(asked, [*filters.base_filters, *also])
    refuse_malformed(asked, [name for name, one in filters.base_filters.items() if isinstance(one, Several)])
    chosen = filters(asked, queryset=queryset)
    if not chosen.is_valid():
        raise BadFilter({name: [str(one) for one in errors] for name, errors in chosen.errors.items()})
    return chosen.qs, chosen.form


def refuse_unknown(asked: QueryDict, known: Iterable[str]) -> None:
    """Raise BadFilter if a parameter is not among those known."""
    names = sorted(known)
    refusal = gettext("There is no such parameter. There are: {names}.").format(names=", ".join(names))
    if not names:
        refusal = gettext("There is no such parameter. There are none here.")
    wrong = {name: [refusal] for name in asked if name not in names}
    if wrong:
        raise BadFilter(wrong)


def refuse_malformed(asked: QueryDict, several: Iterable[str] = ()) -> None:
    """Raise BadFilter for empty values, NUL characters, and repetitions outside of `several`."""
    wrong = {name: reasons for name, values in asked.lists() if (reasons := _wrong(values, name in several))}
    if wrong:
        raise BadFilter(wrong)


def _wrong(values: list[Any], several: bool) -> list[str]:
    reasons = []
    if any(value == "" for value in values):
        reasons.append(gettext("Give a value, or leave the parameter out."))
    if any("\0" in value for value in values):
        reasons.append(gettext("A value holds a NUL character."))
    if len(values) > 1 and not several:
        reasons.append(gettext("Give one value only."))
    return reasons


def _without_blanks(asked: QueryDict) -> QueryDict:
    kept = QueryDict(mutable=True)
    for name, values in asked.lists():
        if given := [value for value in values if value != ""]:
            kept.setlist(name, given)
    return kept
