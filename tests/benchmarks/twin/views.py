"""The pages and answers of the twin, as the manuals of Django and DRF show them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from rest_framework import generics, pagination

from tests.benchmarks.twin.models import Incident
from tests.benchmarks.twin.serializers import IncidentSerializer


def event(request: HttpRequest, key: str) -> HttpResponse:
    incident: Any = get_object_or_404(Incident.objects.whole(), key=key)
    sources = {one.source.key: one.source for claim in incident.claims.all() for one in claim.citations.all()}
    return render(request, "twin/event.html", {"incident": incident, "sources": sources.values()})


class Pages(pagination.LimitOffsetPagination):
    default_limit = 50


class Incidents(generics.ListAPIView[Incident]):
    serializer_class = IncidentSerializer
    pagination_class = Pages

    def get_queryset(self) -> QuerySet[Incident]:
        return Incident.objects.whole().found(self.request.GET.dict())


class Detail(generics.RetrieveAPIView[Incident]):
    serializer_class = IncidentSerializer
    lookup_field = "key"

    def get_queryset(self) -> Any:
        return Incident.objects.whole()
