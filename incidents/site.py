"""The desk as a whole: Django's admin under the archive's own words."""

from __future__ import annotations

from incidents.keeping_site import KeepingSite


class DeskSite(KeepingSite):
    """Every page behind /desk/."""

    site_header = site_title = "The desk"
    index_title = "What editors enter"
