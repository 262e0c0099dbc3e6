"""The desk as a whole: Django's admin under the archive's own words."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite


class DeskSite(AdminSite):
    """Every page behind /desk/."""

    site_header = site_title = "The desk"
    index_title = "What editors enter"

    def get_urls(self) -> list[Any]:
        from incidents.admin.past import addresses

        return [*addresses(self), *super().get_urls()]
