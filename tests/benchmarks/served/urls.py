"""Every address of the archive, those of the twin, and one that does nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from archive import urls


def empty(request: HttpRequest) -> HttpResponse:
    """The least that any view of this process can cost."""
    return HttpResponse(b"")


urlpatterns = [
    path("empty/", empty),
    path("twin/", include("tests.benchmarks.twin.urls")),
    *urls.urlpatterns,
]
