"""What all pages of the desk have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from incidents.admin.asked import initial_values
from incidents.admin.paging import BoundedPaginator
from incidents.admin.uses import panels
from incidents.finding import ELSEWHERE, found
from incidents.history import keep, subject_of

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Any]
else:
    Page = admin.ModelAdmin


class DeskAdmin(Page):
    """A page of the desk: every save keeps the whole record, or the whole shared entity, as it then is."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = BoundedPaginator

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if self.model in ELSEWHERE:
            return found(queryset, search_term), False
        return super().get_search_results(request, queryset, search_term)

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        return initial_values(self.model, request.GET)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        words = f"{'Changed' if change else 'Added'} {form.instance._meta.verbose_name} “{form.instance}”."
        keep(subject_of(form.instance), by=request.user, what=words)  # type: ignore[arg-type]


class KeyedAdmin(DeskAdmin):
    """A page whose rows have a key, which is a public address: it is read-only from the first save on."""

    change_form_template = "desk/entity.html"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        row = options.get("obj")
        if row is not None:
            context["uses"] = panels(row)
        return super().render_change_form(request, context, *args, **options)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        given = super().get_readonly_fields(request, obj)
        return given if obj is None else ("key", *given)
