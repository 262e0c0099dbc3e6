"""What a field offers while an editor types: each row by the names that tell it apart, aliases included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet

from incidents.admin.paging import ChoicesPaginator
from incidents.models import Actor, ActorAlias, Incident, Place, PlaceName
from sources.models import Source
from sources.words import words_in

if TYPE_CHECKING:
    Term = tuple[str, Any, Any, str]

#: Which rows hold the other names of a row, with the column that says of which.
NAMES: dict[type[Model], tuple[type[Model], str]] = {
    Actor: (ActorAlias, "actor_id"),
    Place: (PlaceName, "place_id"),
}


class ChoicesView(AutocompleteJsonView):
    """Answers the desk's fields that are filled in by typing."""

    def get_paginator(self, queryset: QuerySet[Any], per_page: int, **options: Any) -> Paginator[Any]:  # type: ignore[override]
        return ChoicesPaginator(queryset, per_page)

    def get_context_data(self, **options: Any) -> dict[str, Any]:
        context = super().get_context_data(**options)
        self.spelt = _spellings(list(context["object_list"]), self.term)
        return context

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        result: dict[str, str] = super().serialize_result(obj, to_field_name)
        return result | {"text": f"{_name(obj)}{self.spelt.get(obj.pk, '')}"}


def _name(row: Model) -> str:
    match row:
        case Place():
            within = f", {row.parent}" if row.parent else ""
            return f"{row} ({row.get_kind_display()}{within})"
        case Actor():
            return f"{row} ({row.get_kind_display()})"
        case Incident():
            return " · ".join(filter(None, [str(row), row.date, str(row.place or "")]))
        case Source():
            return " · ".join(filter(None, [str(row), str(row.publication or ""), row.published]))
    return str(row)


def _spellings(rows: Sequence[Any], term: str) -> dict[int, str]:
    """“ – also Qila Saifullah”, by database key, for rows whose own name does not hold what was typed."""
    if not rows or type(rows[0]) not in NAMES:
        return {}
    strange = [row.pk for row in rows if not _holds(str(row), term)]
    found: dict[int, list[str]] = defaultdict(list)
    model, column = NAMES[type(rows[0])]
    names = model._default_manager.filter(**{f"{column}__in": strange}).order_by("pk")
    for owner, text in names.values_list(column, "text"):
        if _shares(text, term):
            found[owner].append(text)
    return {owner: f" – also {', '.join(texts[:3])}" for owner, texts in found.items()}


def _holds(name: str, term: str) -> bool:
    return all(_begins(word, words_in(name)) for word in words_in(term))


def _shares(name: str, term: str) -> bool:
    return any(_begins(word, words_in(name)) for word in words_in(term))


def _begins(typed: str, words: Iterable[str]) -> bool:
    return any(word.startswith(typed) for word in words)
