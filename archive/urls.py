"""Every address of this process, by what it serves."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView

from archive.pages.onward import onward
from archive.pages.urls import FILES

Addresses = list[URLPattern | URLResolver]


def reading_room() -> Addresses:
    """Files and the API have one address; a page has one in each language."""
    pages = i18n_patterns(path("", include("archive.pages.urls")), prefix_default_language=False)
    return [path("api/v1/", include("archive.api.urls")), path("", include(FILES)), *pages]


def desk() -> Addresses:
    # Django's admin is at hand only where it is installed.
    from django.contrib import admin

    return [path("desk/", include("incidents.door.urls")), path("desk/", admin.site.urls)]


def beside_desk() -> Addresses:
    """What a process that serves the desk alone makes of all other addresses."""
    return [path("", RedirectView.as_view(url="/desk/")), re_path(r"^(?!desk)", onward)]


SERVED = {"public": [reading_room], "desk": [desk, beside_desk], "all": [desk, reading_room]}
#: By whom the door answers who tried too often: allauth looks here.
handler429 = "incidents.door.refusing.too_many"
urlpatterns = [address for part in SERVED[settings.ARCHIVE_ROLE] for address in part()]
handler500 = "archive.pages.failing.failed"
