"""Merging, and undoing it, at the desk."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from incidents.load import load
from incidents.models import Actor, Incident, Merge
from incidents.publishing import publish
from sources.models import Source
from tests.builders import count, exactly, record, responsible
from tests.incidents.desk import EMPTY_ATTACKS, at_the_desk, errors_of

NO_ALIASES = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}

pytestmark = pytest.mark.django_db


def two() -> tuple[Incident, Incident]:
    first = record(count(1, exactly(3), attack=1), count(2, exactly(4)), attacks=1, id="first", title="First")
    return load(first), load(record(count(1, exactly(9)), id="second", title="Second"))


def page(row: Any, name: str = "merge") -> str:
    return f"/desk/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/{name}/"


def test_it_is_said_in_numbers_what_merging_two_incidents_will_do() -> None:
    gone, into = two()
    publish(gone, by=None)
    text = at_the_desk("curator").get(page(gone), {"into": into.pk}).content.decode()

    assert "What moves to “Second (second)”, under new numbers: 2 claims and 1 attack." in text
    assert "will lead on to it: 4 in all" in text
    assert "1 published edition of “First (first)” will stay readable" in text
    assert Incident.objects.count() == 2


def test_two_incidents_are_merged_and_the_merge_is_undone() -> None:
    gone, into = two()
    client = at_the_desk("curator")
    response = client.post(page(gone), {"into": into.pk}, follow=True)
    assert "“First (first)” is merged into “Second (second)”" in response.content.decode()
    assert into.claims.count() == 3

    merge = Merge.objects.get()
    assert f"merges/{merge.pk}/undo/" in client.get(page(into, "change")).content.decode()
    assert "Take <strong><bdi>First" in client.get(page(into, f"merges/{merge.pk}/undo")).content.decode()
    client.post(page(into, f"merges/{merge.pk}/undo"))
    assert into.claims.count() == 1
    assert Incident.objects.filter(key="first").exists()


def test_two_entities_are_merged_and_the_merge_is_undone() -> None:
    load(record(responsible(1, "old"), responsible(2, "new")))
    gone, into = Actor.objects.get(key="old"), Actor.objects.get(key="new")
    client = at_the_desk("curator")
    assert "will name “Actor new”: 1 claim." in client.get(page(gone), {"key": "new"}).content.decode()
    client.post(page(gone), {"into": into.pk})
    assert not Actor.objects.filter(key="old").exists()

    client.post(page(into, f"merges/{Merge.objects.get().pk}/undo"))
    assert Actor.objects.filter(key="old").exists()


@pytest.mark.parametrize("given", [{"into": "abc"}, {"key": "nowhere"}, {"into": "9" * 40}])
def test_a_choice_that_makes_no_sense_is_refused_in_words(given: dict[str, str]) -> None:
    gone, _ = two()
    client = at_the_desk("curator")

    for response in (client.get(page(gone), given), client.post(page(gone), given)):
        assert response.status_code == 200
        assert response.context["form"].errors
    assert Incident.objects.count() == 2


def test_what_cannot_be_undone_says_why() -> None:
    gone, into = two()
    client = at_the_desk("curator")
    client.post(page(gone), {"into": into.pk})
    third = load(record(count(1, exactly(1)), id="third"))
    client.post(page(into), {"into": third.pk})
    first = Merge.objects.get(key="first")
    assert client.get(page(third, f"merges/{first.pk}/undo")).status_code == 404

    gone_again = load(record(count(1, exactly(1)), id="fourth"))
    client.post(page(gone_again), {"into": third.pk})
    merge = Merge.objects.get(key="fourth")
    third.claims.filter(number__gte=5).update(superseded_by=third.claims.get(number=1))
    response = client.post(page(third, f"merges/{merge.pk}/undo"), follow=True)
    assert "change that claim first" in response.content.decode()


@pytest.mark.parametrize("role", ["contributor", "reviewer", "editor"])
def test_merging_is_left_to_curators(role: str) -> None:
    gone, into = two()
    at_the_desk("curator").post(page(gone), {"into": into.pk})
    third = load(record(count(1, exactly(1), "s2"), id="third"))
    client = at_the_desk(role)
    address = page(into, f"merges/{Merge.objects.get().pk}/undo")

    assert (
        client.get(page(third)).status_code == client.post(page(third), {"into": into.pk}).status_code == 403
    )
    assert client.get(address).status_code == client.post(address).status_code == 403
    assert client.post(page(Source.objects.get(key="s2")), {"key": "s1"}).status_code == 403
    assert "Merge this incident" not in client.get(page(into, "change")).content.decode()


def test_an_id_that_was_merged_or_published_is_not_given_again() -> None:
    gone, into = two()
    publish(into, by=None)
    client = at_the_desk("curator")
    client.post(page(gone), {"into": into.pk})
    Incident.objects.filter(key="second").update(key="renamed")
    typed = {**EMPTY_ATTACKS, "title": "Another"}
    refusals = [
        errors_of(client.post("/desk/incidents/incident/add/", {**typed, "key": key}))
        for key in ("first", "second")
    ]

    assert "was merged into “renamed”" in refusals[0]
    assert "An incident was published under this id" in refusals[1]


def test_a_key_that_was_merged_is_not_given_again() -> None:
    load(record(responsible(1, "old"), responsible(2, "new")))
    client = at_the_desk("curator")
    client.post(page(Actor.objects.get(key="old")), {"key": "new"})
    typed = {
        "key": "old",
        "name": "Old",
        "kind": "person",
        "aliases-TOTAL_FORMS": 0,
        "aliases-INITIAL_FORMS": 0,
    }

    assert "was merged into “new”" in errors_of(client.post("/desk/incidents/actor/add/", typed))


def test_the_page_takes_the_same_queries_for_few_rows_and_for_many() -> None:
    gone, into = two()
    client = at_the_desk("curator")
    client.get(page(gone), {"into": into.pk})
    counted = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            client.get(page(gone), {"into": into.pk})
        counted.append(len(captured))
        load(record(*(count(n, exactly(n)) for n in range(1, 9)), id="first", title="First"))

    assert counted[0] == counted[1]
