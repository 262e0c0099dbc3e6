"""What the pages of the door need to look like those of the desk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest

from incidents.door.gate import passage_of
from incidents.door.rule import Passage, is_own
from incidents.unsent import KEPT


def look_of_the_desk(request: HttpRequest) -> dict[str, Any]:
    """Context for the pages of the door, and nothing for all others."""
    match = request.resolver_match
    if match is None or not is_own(match.url_name):
        return {}
    how_far = passage_of(request)
    # Nobody is shown the way to lists that are closed to them yet.
    lists: dict[str, Any] = {} if how_far is Passage.ENTERS else {"available_apps": []}
    return {
        **admin.site.each_context(request),
        **lists,
        "must_set_up": how_far is Passage.SETS_UP,
        "is_kept": KEPT in request.session,
        "sends_mail": settings.SENDS_MAIL,
    }
