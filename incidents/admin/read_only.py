"""Pages of the desk on which rows are read and acted on, and never written by hand."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from incidents.admin.asked import key_in
from incidents.admin.page import PageAdmin


class ReadOnlyAdmin(PageAdmin):
    """Lists its rows; the page of one is `page_template`, with what `page_context` finds of it."""

    page_template = ""
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """The row, instead of a form of its columns."""
        if object_id is None or not self.has_view_permission(request):
            raise PermissionDenied
        row = self.get_object(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined,no-any-return]
        return self.page(request, self.page_template, {"original": row, **self.page_context(request, row)})

    def page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        return {"title": str(row)}

    def page(self, request: HttpRequest, template: str, context: dict[str, Any]) -> TemplateResponse:
        own = {**self.admin_site.each_context(request), "opts": self.opts}
        return TemplateResponse(request, template, {**own, **context})

    def found(self, request: HttpRequest, object_id: str) -> Any:
        """The row of that database key. Raises Http404."""
        row = self.get_queryset(request).filter(pk=key_in(object_id) or 0).first()
        if row is None:
            raise Http404("The desk has no such row.")
        return row
