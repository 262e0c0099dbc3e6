"""The desk as a whole: Django's admin under the archive's own words."""

from __future__ import annotations

from django.conf import settings
from django.contrib.admin import AdminSite


class DeskSite(AdminSite):
    """Every page behind /desk/."""

    site_header = site_title = "The desk"
    index_title = "What editors enter"
    # Where the desk has a process to itself, "/" is the desk.
    site_url = f"{settings.SITE_URL}/" if settings.ARCHIVE_ROLE == "desk" else "/"
