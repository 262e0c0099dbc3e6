"""What changed of what the public may read, one thing after the other, so that a copy can keep in step."""

from __future__ import annotations

from typing import Any

from archive.answers import Changed
from archive.api.describe import describe_list
from archive.api.ordering import Part, either_way
from archive.api.views import ListView
from archive.catalogue import change_text
from archive.filters import ChangeFilters
from archive.models import Change


@describe_list(Changed, ChangeFilters, "Changes of what the public may read, the first one first.")
class Changes(ListView):
    model = Change
    filters = ChangeFilters
    orders = either_way(sequence=("pk",))

    def columns(self, part: Part) -> Any:
        return part.rows.select_related("edition").defer("edition__text")

    def body(self, row: Any) -> str:
        return change_text(row)
