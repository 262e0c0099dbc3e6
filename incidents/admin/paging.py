"""Pages of lists that may be very long: counting stops where nobody turns pages any more."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator

if TYPE_CHECKING:
    Pages = Paginator[Any]
else:
    Pages = Paginator


class BoundedPaginator(Pages):
    """Counts up to `most` rows; `is_more` says whether there are more than those."""

    most = 10_000

    @cached_property
    def count(self) -> int:
        return min(self._counted, self.most)

    @property
    def is_more(self) -> bool:
        return self._counted > self.most

    @cached_property
    def _counted(self) -> int:
        rows: Any = self.object_list
        return int(rows.order_by()[: self.most + 1].count())


class ChoicesPaginator(BoundedPaginator):
    """Choices for a field: whoever does not find theirs among the first ones types another word."""

    most = 200
