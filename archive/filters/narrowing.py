"""The incidents that were asked for, and those that would be, were one of the choices not made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from django.db import models

from archive.filters.incidents import IncidentFilters
from archive.models import IncidentEntry
from archive.models.incidents import IncidentQuerySet

Row = TypeVar("Row", bound=models.Model)


#: So many incidents are few.
FEW = 1000
#: The cleaned values of parameters that are not given.
EMPTY: tuple[Any, ...] = (None, "", [])


class Narrowing:
    """What was asked of the incidents: the cleaned value of each parameter, empty where it is not given."""

    def __init__(self, asked: Mapping[str, Any], filters: type[IncidentFilters] = IncidentFilters) -> None:
        self.asked, self.filters = asked, filters

    @cached_property
    def few(self) -> list[str] | None:
        """The keys of those that are asked for, where they are few: then nothing needs to seek them again."""
        if not self.narrows(""):
            return None
        found = list(self.incidents().order_by().values_list("pk", flat=True)[: FEW + 1])
        return found if len(found) <= FEW else None

    def incidents(self, *, without: str = "") -> IncidentQuerySet:
        """Those that are asked for, whatever `without` asks."""
        found: IncidentQuerySet = IncidentEntry.objects.published()
        asked = {name: value for name, value in self.asked.items() if name in self.filters.base_filters}
        asked |= {without: []} if without else {}
        narrowed: IncidentQuerySet = self.filters(queryset=found).narrow(found, asked)
        return narrowed

    def among(self, rows: models.QuerySet[Row], *, without: str = "") -> models.QuerySet[Row]:
        """Those of the rows that belong to these incidents."""
        if not self.narrows(without):
            return rows
        if not self.asked.get(without) and self.few is not None:
            return rows.filter(incident__in=self.few)
        return rows.filter(incident__in=self.incidents(without=without).order_by().values("pk"))

    def chosen(self, name: str) -> Iterable[str]:
        values: Iterable[str] = self.asked[name]
        return values

    def narrows(self, without: str) -> bool:
        """Whether anything is asked for that leaves incidents out; the rule alone does not."""
        given = (name for name, value in self.asked.items() if value is not False and value not in EMPTY)
        return any(name not in ("rule", "certain", without) for name in given)
