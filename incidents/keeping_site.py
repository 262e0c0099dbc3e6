"""A desk that keeps what was typed: its memory has pages, and a session that ends takes no form with it."""

from __future__ import annotations

from functools import update_wrapper
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest

from incidents.unsent import unsent

#: Pages that the door has instead of the stock admin. Its login and logout stand before the stock ones.
AT_THE_DOOR = ("password_change", "password_change_done")


class KeepingSite(AdminSite):
    def get_urls(self) -> list[Any]:
        from incidents.admin.past import addresses

        own = [each for each in super().get_urls() if getattr(each, "name", "") not in AT_THE_DOOR]
        return [*addresses(self), *own]

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """A page behind the login; a form that somebody sends who is not logged in is kept."""
        inner = super().admin_view(view, cacheable)

        def kept(request: HttpRequest, *args: Any, **options: Any) -> Any:
            from incidents.again import ask_to_log_in

            form = None if self.has_permission(request) else unsent(request)
            return inner(request, *args, **options) if form is None else ask_to_log_in(request, form)

        return update_wrapper(kept, inner)
