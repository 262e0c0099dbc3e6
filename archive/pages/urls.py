"""The addresses of the pages; `archive.addresses` writes the same shapes."""

from django.urls import path

from archive.pages import choosing, downloads, entities, home, incident_list, incidents

urlpatterns = [
    path("", home.home),
    path("about/method/", home.method),
    path("incidents/", incident_list.incident_list),
    path("incidents/by/<slug:name>/", choosing.values),
    path("incidents.csv", downloads.as_table),
    path("incidents.ndjson", downloads.as_records),
    path("incidents/<slug:incident>/history/", incidents.history),
    path("incidents/<slug:incident>/editions/<int:number>/", incidents.old_edition),
    path("incidents/<slug:incident>/", incidents.event),
    path("incidents/<slug:incident>/<slug:slug>/", incidents.event),
    path("sources/<slug:key>/", entities.source),
    path("publications/<slug:key>/", entities.publication),
    path("actors/<slug:key>/", entities.actor),
    path("places/<slug:key>/", entities.place),
    path("conflicts/<slug:key>/", entities.conflict),
]
