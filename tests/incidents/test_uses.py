"""The page of a source, an actor, a place and so on shows where it is used."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.vocabulary import Property
from incidents.load import load
from incidents.models import Actor, Attack, Incident
from sources.models import Source
from tests.builders import count, exactly, record
from tests.incidents import rows
from tests.incidents.desk import at_the_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    return at_the_desk("editor")


def test_a_source_leads_to_its_worksheet_for_each_incident_that_cites_it(desk: Client) -> None:
    rows.furnish()
    rows.citation(locator="lead").save()
    page = desk.get("/desk/sources/source/1/change/").content.decode()

    assert "Incidents that cite it" in page
    assert 'href="/desk/incidents/incident/1/worksheet/1/"' in page


def test_a_source_shows_the_claims_that_cite_it_and_where(desk: Client) -> None:
    rows.furnish()
    rows.citation(locator="lead").save()
    page = desk.get("/desk/sources/source/1/change/").content.decode()

    assert "Claims that cite it" in page
    assert "motive: Revenge" in page
    assert "lead" in page
    assert "/desk/incidents/incident/1/change/?claim=1#claim-1" in page


def test_a_source_shows_the_sources_that_rest_on_it(desk: Client) -> None:
    rows.furnish()
    rows.source(pk=2).save()
    rows.relation(source_id=2, other_id=1, publication_id=None, how="quotes").save()

    assert "Another text (other)" in desk.get("/desk/sources/source/1/change/").content.decode()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("incidents/actor", "Claims that it made"),
        ("incidents/actor", "Claims that name it"),
        ("incidents/place", "Incidents here"),
        ("incidents/place", "Attacks here"),
        ("incidents/conflict", "Claims that name it"),
        ("sources/publication", "Its sources"),
    ],
)
def test_each_shared_entity_shows_its_uses(desk: Client, page: str, words: str) -> None:
    rows.furnish()
    Incident.objects.update(place=1)
    Attack.objects.update(place=1)
    Source.objects.update(publication=1)
    rows.claim(Property.RESPONSIBILITY, claimant_id=1).save()
    rows.claim(Property.PART_OF, number=3).save()

    assert words in desk.get(f"/desk/{page}/1/change/").content.decode()


def test_many_uses_are_cut_short_with_a_link_to_all(desk: Client) -> None:
    load(record(*[count(n, exactly(n), "s1") for n in range(1, 53)]))
    source = Source.objects.get(key="s1")
    page = desk.get(f"/desk/sources/source/{source.pk}/change/").content.decode()
    everything = f"/desk/incidents/claim/?citations__source__id__exact={source.pk}"

    assert page.count("#claim-") == 50
    assert everything in page
    assert desk.get(everything).context["cl"].result_count == 52


def test_a_sources_page_takes_the_same_queries_for_few_uses_and_for_many(desk: Client) -> None:
    def queries() -> int:
        page = f"/desk/sources/source/{Source.objects.get(key='s1').pk}/change/"
        with CaptureQueriesContext(connection) as captured:
            desk.get(page)
        return len(captured)

    load(record(count(1, exactly(1), "s1")))
    queries()
    few = queries()
    load(record(*[count(n, exactly(n), "s1") for n in range(1, 9)]))

    assert queries() == few


def test_something_new_is_used_nowhere(desk: Client) -> None:
    actor = Actor.objects.create(key="new", name="New", kind="person")

    assert 'class="uses"' not in desk.get(f"/desk/incidents/actor/{actor.pk}/change/").content.decode()
