"""Lists narrowed to what one row holds together: the claims of one source, the sources of one publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import RelatedFieldListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import QuerySet
from django.http import HttpRequest

from incidents.admin.asked import key_in


class HeldFilter(RelatedFieldListFilter):
    """A narrowing that other pages link to. It offers no choice, since there may be very many."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[Any]:
        return []

    def has_output(self) -> bool:
        return self._row() is not None

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.lookup_val and any(key_in(value) is None for value in self.lookup_val):
            raise IncorrectLookupParameters(self.lookup_kwarg)
        narrowed: Any = super().queryset(request, queryset)
        return narrowed  # type: ignore[no-any-return]

    def choices(self, changelist: Any) -> Iterator[Any]:
        yield {
            "selected": False,
            "query_string": changelist.get_query_string(remove=[self.lookup_kwarg]),
            "display": "All",
        }
        yield {"selected": True, "query_string": changelist.get_query_string(), "display": str(self._row())}

    def _row(self) -> Any:
        """The row that the list is narrowed to, if it is."""
        key = key_in(self.lookup_val[-1]) if self.lookup_val else None
        model: Any = self.field.related_model
        return None if key is None else model._default_manager.filter(pk=key).first()
