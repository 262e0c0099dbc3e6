"""The desk as a whole: Django's admin under the archive's own words."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from incidents.keeping_site import KeepingSite


class DeskSite(KeepingSite):
    """Every page behind /desk/."""

    site_header = site_title = "The desk"
    index_title = "What editors enter"
    # Where the desk has a process to itself, "/" is the desk.
    site_url = f"{settings.SITE_URL}/" if settings.ARCHIVE_ROLE == "desk" else "/"

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        from incidents.admin.choosing import ChoicesView

        return ChoicesView.as_view(admin_site=self)(request)  # type: ignore[return-value]
