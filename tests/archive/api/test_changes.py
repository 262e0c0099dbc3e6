"""Whoever follows the changes keeps a copy in step with the archive."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive import editions
from archive.models import Change, Edition
from tests.archive.api.edits import edit
from tests.archive.api.mirror import CHANGES, Mirror
from tests.archive.published import publish, retract
from tests.builders import record

pytestmark = pytest.mark.django_db


def changes(client: Client, query: str = "") -> list[dict[str, Any]]:
    return list(client.get(f"{CHANGES}{query}").json()["results"])


def readable(client: Client) -> dict[tuple[str, int], bytes]:
    """Every edition that the archive lets anybody read, asked for one by one."""
    found = {}
    for incident, number in Edition.objects.values_list("incident", "number"):
        answer = client.get(f"/api/v1/incidents/{incident}/editions/{number}/")
        if answer.status_code == 200:
            found[incident, number] = answer.content
    return found


def test_changes_come_in_the_order_in_which_they_came_to_pass(client: Client) -> None:
    publish(record(title="A"), record(id="other"), record(title="B"))
    editions.redact(Edition.objects.get(incident="event-1", number=1), reason="It named somebody.")
    retract("other")

    told = [(each["incident"], each["number"], each["kind"]) for each in changes(client)]

    assert told == [
        ("event-1", 1, "first"),
        ("other", 1, "first"),
        ("event-1", 2, "update"),
        ("event-1", 1, "redaction"),
        ("other", 2, "retraction"),
    ]
    assert [each["sequence"] for each in changes(client)] == sorted(
        Change.objects.values_list("pk", flat=True)
    )


def test_a_change_leads_to_its_edition_and_carries_its_seal(client: Client) -> None:
    (edition,) = publish(record())
    (told,) = changes(client)

    answer = client.get(told["api_url"].removeprefix(settings.SITE_URL)).json()

    assert told["seal"] == answer["seal"] == edition.seal


def test_what_is_closed_is_told_of_without_a_word_of_what_it_said(client: Client) -> None:
    publish(record(title="A secret title"))
    retract("event-1")

    assert "secret" not in client.get(CHANGES).content.decode()


def test_a_visit_begins_after_the_last_change_that_is_known(client: Client) -> None:
    publish(record(title="A"), record(title="B"), record(title="C"))
    first, *rest = changes(client)

    assert changes(client, f"?after={first['sequence']}") == rest
    assert changes(client, f"?after={rest[-1]['sequence']}") == []


def test_changes_of_one_kind_can_be_asked_for(client: Client) -> None:
    publish(record(title="A"), record(title="B"))
    retract("event-1")

    assert [each["kind"] for each in changes(client, "?kind=retraction&kind=update")] == [
        "update",
        "retraction",
    ]


@pytest.mark.parametrize("seed", range(3))
def test_a_copy_that_follows_the_changes_ends_as_the_archive_is(client: Client, seed: int) -> None:
    random, mirror = Random(seed), Mirror(client, page_size=7)

    for number in range(40):
        edit(random, number)
        if random.random() < 0.2:
            mirror.follow(pages=random.choice([None, 1]))
    mirror.follow()

    assert mirror.texts == readable(client)
    assert mirror.follow() == 0


def test_a_copy_that_begins_late_ends_the_same(client: Client) -> None:
    random, mirror = Random(7), Mirror(client)
    for number in range(40):
        edit(random, number)

    mirror.follow()

    assert mirror.texts == readable(client)


@pytest.mark.parametrize("incidents", [2, 12])
def test_a_page_of_changes_takes_two_queries(client: Client, incidents: int) -> None:
    publish(*(record(id=f"e{number}") for number in range(incidents)))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        changes(client)

    assert len(queries) == 2


def test_an_edition_that_was_never_told_of_is_found(client: Client) -> None:
    publish(record(title="A"), record(title="B"))
    Change.objects.filter(edition__number=2).delete()

    assert [(type(each), each.number) for each in editions.verify()] == [(editions.Untold, 2)]


def test_a_redaction_that_was_never_told_of_is_found(client: Client) -> None:
    publish(record(title="A"), record(title="B"))
    editions.redact(Edition.objects.get(number=1), reason="It named somebody.")
    Change.objects.filter(kind="redaction").delete()

    assert [(type(each), each.number) for each in editions.verify()] == [(editions.Untold, 1)]
