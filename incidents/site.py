"""The desk as a whole: Django's admin under the archive's own words."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from incidents.keeping_site import KeepingSite

#: The lists as editors look for them, by the names of their models. A test holds that each is in a group.
GROUPS = {
    "Incidents": ("Incident", "Attack", "Claim", "Actor", "Place", "Conflict"),
    "Library": ("Source", "Publication", "Capture"),
    "Work": ("Import", "DatasetRow", "Job", "CorrectionRequest"),
    "People": ("User", "Group", "UserSession", "SignIn", "LogEntry"),
}
LISTS = [name for group in GROUPS.values() for name in group]


class DeskSite(KeepingSite):
    """Every page behind /desk/."""

    site_header = site_title = "The desk"
    index_title = "What waits at the desk"
    enable_nav_sidebar = False
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

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What waits for the person, and what the person may enter."""
        # Models are ready only after this module is read.
        from incidents.desk_home import shelves

        context = {
            "shelves": shelves(request.user) if request.user.has_perm("incidents.view_incident") else [],  # type: ignore[arg-type]
            "may_add_incident": request.user.has_perm("incidents.add_incident"),
            "may_add_source": request.user.has_perm("sources.add_source"),
        }
        return super().index(request, context | (extra_context or {}))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """What the person may see, in the order of the work."""
        found = super().get_app_list(request, app_label)
        for app in found:
            app["models"].sort(key=lambda model: _place(model["object_name"]))
        return sorted(found, key=lambda app: min(_place(model["object_name"]) for model in app["models"]))

    def catch_all_view(self, request: HttpRequest, url: str) -> HttpResponse:
        """Whoever is at the desk stays there where an address leads nowhere."""
        try:
            return super().catch_all_view(request, url)
        except Http404:
            context = self.each_context(request) | {"title": "Nothing is here"}
            return TemplateResponse(request, "admin/404.html", context, status=404)


def _place(name: str) -> int:
    return LISTS.index(name)
