"""From a process that serves the desk alone to the public pages, which another one serves."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.views.decorators.http import require_safe


@require_safe
def onward(request: HttpRequest) -> HttpResponseRedirect:
    """The same address at SITE_URL. Raises Http404 where that is the address which was asked for."""
    if request.get_host() == urlsplit(settings.SITE_URL).netloc:
        raise Http404("The reading room is not served here.")
    return HttpResponseRedirect(settings.SITE_URL + request.get_full_path())
