"""Which pages of a desk with very many incidents are measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from incidents.desk_home import KINDS
from incidents.models import Incident
from sources.models import Source


def pages() -> Iterator[tuple[str, str]]:
    """What is measured: a name and an address."""
    incident = Incident.objects.get(key="event-500")
    large = Incident.objects.get(key="large")
    source = Source.objects.get(key="source-1500")
    claim = incident.claims.all()[0]
    yield "home", reverse("admin:index")
    yield from _shelves()
    yield from _lists(incident, source)
    yield "incident", _change("incidents_incident", incident)
    yield "incident with 2,000 claims", _change("incidents_incident", large)
    yield "incident, new", reverse("admin:incidents_incident_add")
    yield "claim", _change("incidents_claim", claim)
    yield "claim, new", f"{reverse('admin:incidents_claim_add')}?incident={incident.pk}&source={source.pk}"
    yield "source", _change("sources_source", source)
    yield "source with 2,000 claims", _change("sources_source", Source.objects.get(key="source-1"))
    yield "publication", reverse("admin:sources_publication_change", args=[1])
    yield "actor", reverse("admin:incidents_actor_change", args=[1])
    yield "place", reverse("admin:incidents_place_change", args=[1])
    yield from _choices(incident)


def _shelves() -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        listed = reverse("admin:incidents_incident_changelist")
        yield f"shelf: {kind.key}", f"{listed}?shelf={kind.key}"


def _lists(incident: Incident, source: Source) -> Iterator[tuple[str, str]]:
    for model in ("incident", "attack", "claim", "actor", "place"):
        yield f"list of {model}s", reverse(f"admin:incidents_{model}_changelist")
    yield "list of sources", reverse("admin:sources_source_changelist")
    listed = reverse("admin:incidents_incident_changelist")
    common, rare = incident.title.split()[1], incident.title.split()[0]
    yield "incidents in review", f"{listed}?state__exact=in_review"
    yield "incidents of a month", f"{listed}?when=2024-02"
    yield "incidents, last page", f"{listed}?p={min(100, Incident.objects.count() // 100)}"
    yield "incidents by id", f"{listed}?q=event-500-7"
    yield "incidents by a rare word", f"{listed}?q={rare}"
    yield "incidents by a common word", f"{listed}?q={common}"
    yield "incidents by a beginning", f"{listed}?q=ba"
    claims = reverse("admin:incidents_claim_changelist")
    yield "claims of a source", f"{claims}?citations__source__id__exact={source.pk}"
    yield "claims of a property", f"{claims}?property__exact=place"
    yield "claims by words", f"{claims}?q=17+people"
    sources = reverse("admin:sources_source_changelist")
    yield "sources by words", f"{sources}?q=bombing+dead"
    yield "sources by address", f"{sources}?q={source.url}"
    yield "sources of a kind", f"{sources}?kind__exact=article"


def _choices(incident: Incident) -> Iterator[tuple[str, str]]:
    for model, field, term in (
        ("claim", "incident", "bombing"),
        ("claim", "incident", "event-77-3"),
        ("claim", "incident", "ba"),
        ("claim", "actor", "ba"),
        ("claim", "place", "quet"),
        ("claim", "attack", "ba"),
        ("claim", "superseded_by", "people"),
        ("claim", "superseded_by", "event-500 2"),
        ("citation", "source", "bombing dead"),
        ("citation", "source", "ba"),
        ("citation", "source", ""),
    ):
        asked = {"app_label": "incidents", "model_name": model, "field_name": field, "term": term}
        yield f"choose {field}: “{term}”", f"{reverse('admin:autocomplete')}?{urlencode(asked)}"


def _change(page: str, row: Any) -> str:
    return reverse(f"admin:{page}_change", args=[row.pk])
