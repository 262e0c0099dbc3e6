"""How long each page of the desk takes with very many incidents.

On an empty, migrated database, named by DATABASE_URL:

    DEBUG=1 python -m tests.benchmarks.desk --incidents 500000

With `--keep` it measures the rows that are there.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Iterator
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.db import connection, reset_queries  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils.http import urlencode  # noqa: E402

from incidents.desk_home import KINDS  # noqa: E402
from incidents.models import Claim, Incident  # noqa: E402
from sources.models import Source  # noqa: E402
from tests.benchmarks.big_desk import add_large_incident, make  # noqa: E402
from tests.benchmarks.waiting import add_waiting  # noqa: E402

RUNS = 5


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


def measured(client: Client, address: str) -> tuple[float, float, int]:
    """Median and longest milliseconds, and queries, of a page that was asked for once before."""
    reset_queries()
    with CaptureQueriesContext(connection) as captured:
        status = client.get(address).status_code
    if status != 200:
        sys.exit(f"{address} answered {status}")
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times), max(times), len(captured)


def main() -> None:
    options = _options()
    measurer, _ = User.objects.get_or_create(username="measurer", is_staff=True, is_superuser=True)
    if not options.keep:
        if Incident.objects.exists():
            sys.exit("The database holds incidents: name an empty one, or measure them with --keep.")
        begun = time.perf_counter()
        with override_settings(DEBUG=False):
            make(options.incidents, options.seed)
            add_large_incident(2000)
            add_waiting(measurer)
        sys.stdout.write(f"made in {time.perf_counter() - begun:.0f} s\n")
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(measurer)
    for model in (Incident, Claim, Source):
        sys.stdout.write(f"{model.objects.count():,} {model._meta.verbose_name_plural}\n")
    for name, address in pages():
        median, longest, queries = measured(client, address)
        sys.stdout.write(f"{name:34} {median:8.0f} ms {longest:8.0f} ms {queries:4} queries\n")
        sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="measure what the database holds")
    return parser.parse_args()


if __name__ == "__main__":
    main()
