"""The addresses of the pages; `archive.addresses` writes the same shapes."""

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import URLPattern, path

from archive.citing import BIBLIOGRAPHIES, TWINS
from archive.pages import (
    about,
    choosing,
    corrections,
    data,
    downloads,
    entities,
    feeds,
    history,
    home,
    incident_list,
    incidents,
    indexes,
    sitemaps,
    twins,
)
from archive.pages.maps import answers as map_answers
from archive.pages.maps import page as map_page


def files(address: str, view: Callable[..., Any], endings: Iterable[str], **more: str) -> list[URLPattern]:
    """The address with each of the endings."""
    return [path(f"{address}.{ending}", view, {"ending": ending} | more) for ending in endings]


INCIDENT, EDITION = "incidents/<slug:incident>", "incidents/<slug:incident>/editions/<int:number>"

urlpatterns = [
    path("", home.home),
    path("about/", about.about),
    path("about/corrections/", corrections.about),
    path("about/corrections/ask/", corrections.ask),
    path("about/corrections/sent/", corrections.sent),
    path("about/licence/", about.licence),
    path("about/method/", about.method),
    path("about/codebook/", about.codebook),
    path("about/using/", about.using),
    path("data/", data.data),
    path("data/releases/<str:version>/", data.release),
    path("incidents/", incident_list.incident_list),
    path("incidents/by/<slug:name>/", choosing.values),
    path("incidents/map/", map_page.incident_map),
    path("incidents/map/circles/", map_answers.circles_within),
    path("incidents/map/here/", map_answers.incidents_here),
    path("incidents/<slug:incident>/history/", history.history),
    path("incidents/<slug:incident>/editions/<int:number>/", incidents.old_edition),
    path("incidents/<slug:incident>/", incidents.event),
    path("incidents/<slug:incident>/<slug:slug>/", incidents.event),
    *(path(f"{kind}/", indexes.index, {"kind": kind}) for kind in indexes.TITLES),
    path("sources/<slug:key>/", entities.source),
    path("publications/<slug:key>/", entities.publication),
    path("actors/<slug:key>/", entities.actor),
    path("places/<slug:key>/", entities.place),
    path("conflicts/<slug:key>/", entities.conflict),
]

#: What is fetched and not read: the same in every language, at one address.
FILES = [
    path("robots.txt", sitemaps.robots),
    path("sitemap.xml", sitemaps.index),
    path("sitemaps/about.xml", sitemaps.about),
    path("sitemaps/<slug:section>/<int:number>.xml", sitemaps.section),
    path("incidents.csv", downloads.as_table),
    path("incidents.ndjson", downloads.as_records),
    path("incidents.atom", feeds.listed),
    path("data/catalog.jsonld", data.catalogue),
    path("data/releases/<str:version>/<path:file>", data.file),
    path("feeds/new.atom", feeds.new),
    path("feeds/updated.atom", feeds.updated),
    *files(INCIDENT, twins.of_incident, TWINS),
    *files(f"{INCIDENT}/sources", twins.of_incident, BIBLIOGRAPHIES, part="sources"),
    *files(EDITION, twins.of_edition, TWINS),
    *files(f"{EDITION}/sources", twins.of_edition, BIBLIOGRAPHIES, part="sources"),
    *files("sources/<slug:key>", twins.of_source, ["json", *BIBLIOGRAPHIES]),
]
