"""What the form has no field for narrows the incidents by its address, and is taken back by a link."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.record import Claimant
from archive.vocabulary import ClaimantKind
from tests.archive.mapped import MASTUNG_TOWN, PESHAWAR_TOWN
from tests.archive.published import publish
from tests.builders import attack, count, exactly, record, source

pytestmark = pytest.mark.django_db

PARAMETERS = [
    "near=30.183,67&within_km=100",
    "claimant_kind=official",
    "language=ur",
    "updated_since=2024-02-07",
    "origins_min=1",
    "edition_kind=first",
]


@pytest.fixture
def two() -> None:
    official = Claimant(kind=ClaimantKind.OFFICIAL)
    publish(
        record(
            count(1, exactly(3), claimant=official),
            id="one",
            title="The one",
            attacks=[attack(1, place="mastung")],
            entities=[MASTUNG_TOWN, source("s1", language="ur")],
        ),
        record(
            id="other", title="The other", attacks=[attack(1, place="peshawar")], entities=[PESHAWAR_TOWN]
        ),
    )


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    "at", ["/incidents/", "/ur/incidents/", "/incidents/map/", "/incidents.csv", "/incidents.atom"]
)
@pytest.mark.parametrize("query", PARAMETERS)
def test_every_view_of_the_incidents_takes_it(client: Client, at: str, query: str) -> None:
    assert client.get(f"{at}?{query}").status_code == 200


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("query", PARAMETERS[:3])
def test_the_list_is_narrowed(client: Client, query: str) -> None:
    shown = client.get(f"/incidents/?{query}").content.decode()

    assert "The one" in shown
    assert "The other" not in shown


@pytest.mark.usefixtures("two")
def test_a_point_is_taken_back_together_with_its_distance(client: Client) -> None:
    shown = client.get("/incidents/?near=30.183,67&within_km=100&language=ur").content.decode()

    assert 'href="?language=ur"' in shown


@pytest.mark.parametrize(
    "query", ["near=30.183,67", "within_km=100", "near=here&within_km=1", "near=1,1&within_km=0"]
)
@pytest.mark.parametrize("at", ["/incidents/", "/api/v1/incidents/"])
def test_half_a_question_is_refused(client: Client, at: str, query: str) -> None:
    assert client.get(f"{at}?{query}").status_code == 400


@pytest.mark.parametrize(("at", "name"), [("/incidents/", "Urdu"), ("/ur/incidents/", "اردو")])
def test_a_language_is_called_by_its_name(client: Client, at: str, name: str) -> None:
    shown = client.get(f"{at}?language=ur&language=xx").content.decode()

    assert name in shown
    assert 'href="?language=xx"' in shown
