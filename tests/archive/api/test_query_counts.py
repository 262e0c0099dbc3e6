"""How many queries each address of the API takes, however much the archive holds."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.archive.pages.test_page_queries import fill

NARROWED = "place=p1&actor=a1&killed_min=1&type=bombing&source=s1&publication=n1&claimant_kind=unstated"

#: Of each address, the queries that its answer takes.
QUERIES = {
    "": 0,
    "incidents/": 2,
    "incidents/?count=1": 3,
    "incidents/?ordering=-killed": 3,
    "incidents/?ordering=injured": 3,
    "incidents/?fields=id,title": 2,
    "incidents/?expand=claims,sources,attacks": 3,
    "incidents/?rule=span": 3,
    "incidents/?rule=span&known_at=2024-02-07": 4,
    "incidents/?q=event": 3,
    "incidents/?near=30.2,67&within_km=50&updated_since=2024-02-07&language=en&origins_min=1": 2,
    f"incidents/?{NARROWED}": 6,
    "incidents/?place=p1&date_from=2024-01-01&date_to=2024-12-31": 3,
    "incidents/?actor=a1&attribution=attributed&killed_min=1": 3,
    "incidents/?expand=attacks,claims,sources,publications,actors,places": 3,
    "incidents/event-1/": 1,
    "incidents/event-1/?fields=title": 1,
    "incidents/event-1/?rule=span&known_at=2024-02-07": 3,
    "incidents/event-1/attacks/": 3,
    "incidents/event-1/attacks/1/": 1,
    "incidents/event-1/claims/": 3,
    "incidents/event-1/claims/1/": 1,
    "incidents/event-1/claims/1/citations/": 3,
    "incidents/event-1/claims/1/citations/1/": 1,
    "incidents/event-1/editions/": 3,
    "incidents/event-1/editions/1/": 3,
    "attacks/?expand=incident,place": 4,
    "attacks/?rule=span&known_at=2024-02-07": 4,
    "incidents/event-1/attacks/?rule=span": 4,
    "claims/?expand=incident&count=1": 4,
    "claims/?property=killed": 2,
    "citations/?expand=claim,source,incident&count=1": 6,
    "citations/?publication=n1&incident=event-1": 4,
    "sources/?expand=publication": 3,
    "sources/s1/": 1,
    "publications/": 2,
    "publications/n1/": 1,
    "actors/?expand=part_of": 2,
    "actors/a1/": 1,
    "places/?expand=parent": 3,
    "places/p1/": 1,
    "conflicts/": 2,
    "editions/": 2,
    "changes/": 2,
    "statistics/?group_by=month&group_by=place:province": 4,
    "statistics/?group_by=actor&place=p1": 6,
    "schema/": 0,
    "schema/record.json": 0,
}


@pytest.mark.django_db
@pytest.mark.parametrize(("incidents", "claims"), [(1, 1), (5, 12)])
@pytest.mark.parametrize("path", QUERIES)
def test_an_answer_takes_as_many_queries_however_much_there_is(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
    incidents: int,
    claims: int,
) -> None:
    fill(incidents, claims)

    with django_assert_num_queries(QUERIES[path]):
        assert client.get(f"/api/v1/{path}").status_code == 200
