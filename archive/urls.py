"""Every address of the archive."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("desk/", admin.site.urls),
    path("api/v1/", include("archive.api.urls")),
    path("", include("archive.pages.urls")),
]
