"""The addresses of the API; `archive.addresses` writes the same shapes."""

from django.urls import path, re_path

from archive.api import changes, citations, editions, entities, files, incidents, root, statistics
from archive.api.views import ReadView

urlpatterns = [
    path("", root.Root.as_view()),
    path("incidents/", incidents.Incidents.as_view()),
    path("incidents/<slug:key>/", incidents.Incident.as_view()),
    path("incidents/<slug:incident>/attacks/", incidents.IncidentAttacks.as_view()),
    path("incidents/<slug:incident>/attacks/<int:number>/", incidents.IncidentAttack.as_view()),
    path("incidents/<slug:incident>/claims/", incidents.IncidentClaims.as_view()),
    path("incidents/<slug:incident>/claims/<int:number>/", incidents.IncidentClaim.as_view()),
    path("incidents/<slug:incident>/claims/<int:claim>/citations/", citations.ClaimCitations.as_view()),
    path(
        "incidents/<slug:incident>/claims/<int:claim>/citations/<int:number>/",
        citations.ClaimCitation.as_view(),
    ),
    path("incidents/<slug:incident>/editions/", editions.IncidentEditions.as_view()),
    path("incidents/<slug:incident>/editions/<int:number>/", editions.IncidentEdition.as_view()),
    path("attacks/", incidents.Attacks.as_view()),
    path("claims/", incidents.Claims.as_view()),
    path("citations/", citations.Citations.as_view()),
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
    path("datapackage.json", root.DataPackage.as_view()),
    path("statistics/", statistics.Statistics.as_view()),
    path("schema/record.json", root.RecordSchema.as_view()),
    path("schema/", root.OpenApi.as_view(), name="openapi"),
    path("docs/", root.Docs.as_view(), name="docs"),
    re_path(r"^[\s\S]+/$", root.Nowhere.as_view(), name="nowhere"),
]

#: What is given out in other formats too: at the address with an ending in place of its last slash.
FILES: dict[str, type[ReadView]] = {
    "incidents": incidents.Incidents,
    "incidents/<slug:key>": incidents.Incident,
    "incidents/<slug:incident>/attacks": incidents.IncidentAttacks,
    "incidents/<slug:incident>/claims": incidents.IncidentClaims,
    "incidents/<slug:incident>/editions": editions.IncidentEditions,
    "attacks": incidents.Attacks,
    "claims": incidents.Claims,
    "citations": citations.Citations,
    "sources": entities.Sources,
    "publications": entities.Publications,
    "actors": entities.Actors,
    "places": entities.Places,
    "conflicts": entities.Conflicts,
    "editions": editions.Editions,
}
#: What is described with its list is not described again.
urlpatterns += [
    *(path(f"{address}.<slug:ending>", view.as_view(schema=None)) for address, view in FILES.items()),
    path("figures.<slug:ending>", files.Figures.as_view()),
    path("incidents/<slug:incident>/citations.<slug:ending>", files.IncidentCitations.as_view()),
    path("incidents/<slug:incident>/figures.<slug:ending>", files.IncidentFigures.as_view()),
    # What has an ending gets no slash.
    re_path(r"^[\s\S]*\.[^/]*$", root.Nowhere.as_view(schema=None)),
]
