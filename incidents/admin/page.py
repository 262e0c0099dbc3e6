"""Every page of the desk: lists of any length, and forms that begin with what the address says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from incidents.admin.asked import initial_values
from incidents.admin.paging import BoundedPaginator
from incidents.admin.widgets import Typed
from incidents.finding import ELSEWHERE, found

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Any]
else:
    Page = admin.ModelAdmin


class PageAdmin(Typed, Page):
    """A page of the desk: lists of any length, and forms that begin with what the address says."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = BoundedPaginator
    #: The foreign keys whose rows lists and choices show.
    shown_beside: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows with those that lists and choices show beside them."""
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.select_related(*self.shown_beside) if self.shown_beside else rows

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if self.model in ELSEWHERE:
            return found(queryset, search_term), False
        return super().get_search_results(request, queryset, search_term)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Lists are narrowed by what their filters offer: anything else could read a whole table."""
        offered: set[str] = set()
        for each in self.get_list_filter(request):
            path = each[0] if isinstance(each, tuple) else each
            own = getattr(path, "parameter_name", "")
            offered |= {own} if own else {f"{path}__exact", f"{path}__id__exact"}
        return lookup in offered

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        return initial_values(self.model, request.GET)
