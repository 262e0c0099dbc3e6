from django.urls import path

from tests.benchmarks.twin import views

urlpatterns = [
    path("incidents/<slug:key>/", views.event),
    path("api/incidents/", views.Incidents.as_view()),
    path("api/incidents/<slug:key>/", views.Detail.as_view()),
]
