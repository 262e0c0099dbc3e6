"""A desk that keeps what was typed: its memory has pages, and a session that ends takes no form with it."""

from __future__ import annotations

from functools import update_wrapper
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse

from incidents.unsent import KEPT, read, unsent

UNREADABLE = "The form that was kept cannot be read any more: enter it again."


class KeepingSite(AdminSite):
    def get_urls(self) -> list[Any]:
        from incidents.admin.past import addresses

        return [*addresses(self), *super().get_urls()]

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """A page behind the login; a form that somebody sends who is not logged in is kept."""
        inner = super().admin_view(view, cacheable)

        def kept(request: HttpRequest, *args: Any, **options: Any) -> Any:
            from incidents.again import ask_to_log_in

            form = None if self.has_permission(request) else unsent(request)
            return inner(request, *args, **options) if form is None else ask_to_log_in(request, form)

        return update_wrapper(kept, inner)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Log in; then a form that was kept is offered to be sent again."""
        from incidents.again import LOG_IN, LOGGED_IN, carried, offer

        text = request.POST.get(KEPT, "")
        form = read(text) if text else None
        more = {} if form is None else carried(form)
        response: Any = super().login(request, {**(extra_context or {}), **more})
        is_in = request.method == "POST" and self.has_permission(request)
        if is_in and text and form is None:
            messages.warning(request, UNREADABLE)
        if form is None:
            return response  # type: ignore[no-any-return]
        if is_in:
            return offer(request, form, LOGGED_IN)
        response.template_name = LOG_IN
        return response  # type: ignore[no-any-return]
