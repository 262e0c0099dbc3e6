"""The addresses of the pages; `archive.addresses` writes the same shapes."""

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import URLPattern, path

from archive.citing import BIBLIOGRAPHIES, TWINS
from archive.pages import choosing, downloads, entities, history, home, incident_list, incidents, twins


def files(address: str, view: Callable[..., Any], endings: Iterable[str], **more: str) -> list[URLPattern]:
    """The address with each of the endings."""
    return [path(f"{address}.{ending}", view, {"ending": ending} | more) for ending in endings]


INCIDENT, EDITION = "incidents/<slug:incident>", "incidents/<slug:incident>/editions/<int:number>"

urlpatterns = [
    path("", home.home),
    path("about/method/", home.method),
    path("incidents/", incident_list.incident_list),
    path("incidents/by/<slug:name>/", choosing.values),
    path("incidents/<slug:incident>/history/", history.history),
    path("incidents/<slug:incident>/editions/<int:number>/", incidents.old_edition),
    path("incidents/<slug:incident>/", incidents.event),
    path("incidents/<slug:incident>/<slug:slug>/", incidents.event),
    path("sources/<slug:key>/", entities.source),
    path("publications/<slug:key>/", entities.publication),
    path("actors/<slug:key>/", entities.actor),
    path("places/<slug:key>/", entities.place),
    path("conflicts/<slug:key>/", entities.conflict),
]

#: What is fetched and not read: the same in every language, at one address.
FILES = [
    path("incidents.csv", downloads.as_table),
    path("incidents.ndjson", downloads.as_records),
    *files(INCIDENT, twins.of_incident, TWINS),
    *files(f"{INCIDENT}/sources", twins.of_incident, BIBLIOGRAPHIES, part="sources"),
    *files(EDITION, twins.of_edition, TWINS),
    *files(f"{EDITION}/sources", twins.of_edition, BIBLIOGRAPHIES, part="sources"),
    *files("sources/<slug:key>", twins.of_source, ["json", *BIBLIOGRAPHIES]),
]
