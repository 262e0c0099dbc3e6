"""What changed of what the public may read, one thing after the other, so that a copy can keep in step."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet

from archive.answers import Changed
from archive.api.describe import describe_list
from archive.api.views import ListView
from archive.catalogue import change_text
from archive.filters import ChangeFilters
from archive.models import Change


@describe_list(Changed, ChangeFilters, "Changes of what the public may read, the first one first.")
class Changes(ListView):
    model = Change
    filters = ChangeFilters
    ordering: ClassVar[tuple[str, ...]] = ("pk",)

    def columns(self, rows: QuerySet[Any]) -> Any:
        return rows.select_related("edition").defer("edition__text")

    def body(self, row: Any) -> str:
        return change_text(row)
