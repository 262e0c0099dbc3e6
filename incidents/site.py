"""The desk as a whole: Django's admin under the archive's own words."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from incidents.keeping_site import KeepingSite


class DeskSite(KeepingSite):
    """Every page behind /desk/."""

    site_header = site_title = "The desk"
    index_title = "What editors enter"
    # Where the desk has a process to itself, "/" is the desk.
    site_url = f"{settings.SITE_URL}/" if settings.ARCHIVE_ROLE == "desk" else "/"

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """The view behind the login; an address with a NUL, which no database can look up, is refused."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def refusing(request: HttpRequest, *args: Any, **options: Any) -> Any:
            if "%00" in request.META.get("QUERY_STRING", ""):
                raise BadRequest("An address holds no NUL.")
            return inner(request, *args, **options)

        return refusing

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        from incidents.admin.choosing import ChoicesView

        return ChoicesView.as_view(admin_site=self)(request)  # type: ignore[return-value]
