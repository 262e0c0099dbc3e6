"""The desk's memory in pages: the states of a thing, what differs between two, and the way back."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from incidents.admin.past.deleted import deleted
from incidents.admin.past.restoring import bring_back
from incidents.admin.past.states import compare, history, state

__all__ = ["addresses"]


def addresses(site: AdminSite) -> list[URLPattern]:
    """Where the pages are, within the desk."""
    return [
        path("history/<slug:subject>/<slug:key>/", site.admin_view(history), name="history"),
        path("history/<slug:subject>/<slug:key>/compare/", site.admin_view(compare), name="compare"),
        path("states/<int:number>/", site.admin_view(state), name="state"),
        path("states/<int:number>/restore/", site.admin_view(bring_back), name="restore"),
        path("deleted/", site.admin_view(deleted), name="deleted"),
    ]
