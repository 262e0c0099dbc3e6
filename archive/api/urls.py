"""The addresses of the API; `archive.addresses` writes the same shapes."""

from django.urls import path, re_path

from archive.api import changes, editions, entities, incidents, root, statistics

urlpatterns = [
    path("", root.Root.as_view()),
    path("incidents/", incidents.Incidents.as_view()),
    path("incidents/<slug:key>/", incidents.Incident.as_view()),
    path("incidents/<slug:incident>/attacks/", incidents.IncidentAttacks.as_view()),
    path("incidents/<slug:incident>/attacks/<int:number>/", incidents.IncidentAttack.as_view()),
    path("incidents/<slug:incident>/claims/", incidents.IncidentClaims.as_view()),
    path("incidents/<slug:incident>/claims/<int:number>/", incidents.IncidentClaim.as_view()),
    path("incidents/<slug:incident>/editions/", editions.IncidentEditions.as_view()),
    path("incidents/<slug:incident>/editions/<int:number>/", editions.IncidentEdition.as_view()),
    path("attacks/", incidents.Attacks.as_view()),
    path("claims/", incidents.Claims.as_view()),
    path("sources/", entities.Sources.as_view()),
    path("sources/<slug:key>/", entities.Source.as_view()),
    path("publications/", entities.Publications.as_view()),
    path("publications/<slug:key>/", entities.Publication.as_view()),
    path("actors/", entities.Actors.as_view()),
    path("actors/<slug:key>/", entities.Actor.as_view()),
    path("places/", entities.Places.as_view()),
    path("places/<slug:key>/", entities.Place.as_view()),
    path("conflicts/", entities.Conflicts.as_view()),
    path("conflicts/<slug:key>/", entities.Conflict.as_view()),
    path("editions/", editions.Editions.as_view()),
    path("changes/", changes.Changes.as_view()),
    path("statistics/", statistics.Statistics.as_view()),
    path("schema/record.json", root.RecordSchema.as_view()),
    path("schema/", root.OpenApi.as_view(), name="openapi"),
    path("docs/", root.Docs.as_view(), name="docs"),
    re_path(r"^[\s\S]+/$", root.Nowhere.as_view(), name="nowhere"),
]
