"""The shelves of the desk's home as a filter of the list of incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from incidents.desk_home import KINDS
from incidents.models import Incident

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin


class ShelfFilter(admin.SimpleListFilter):
    """Those incidents that lie on one shelf of the person who asks."""

    title = "what waits"
    parameter_name = "shelf"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        return [(kind.key, kind.title) for kind in KINDS]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Incident]) -> QuerySet[Incident]:
        for kind in KINDS:
            if kind.key == self.value():
                return queryset.filter(pk__in=kind.incidents(request.user).order_by().values("pk"))  # type: ignore[arg-type]
        return queryset
