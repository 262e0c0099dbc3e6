"""The desk as a whole: Django's admin under the archive's own words."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse


class DeskSite(AdminSite):
    """Every page behind /desk/."""

    site_header = site_title = "The desk"
    index_title = "What editors enter"

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        from incidents.admin.choosing import ChoicesView

        return ChoicesView.as_view(admin_site=self)(request)  # type: ignore[return-value]
