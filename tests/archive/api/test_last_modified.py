"""When what an answer says was published, and what is not sent again because of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date

from archive import catalogue, editions
from archive.figures import for_readers
from archive.record import Record
from archive.vocabulary import EditionKind
from tests.builders import count, exactly, record

pytestmark = pytest.mark.django_db
API = "/api/v1"
THEN = datetime(2026, 1, 1, 12, 30, 15, 250_000, tzinfo=UTC)
DATE = "Thu, 01 Jan 2026 12:30:15 GMT"
ALONE = [
    "incidents/event-1/",
    "incidents/event-1/?rule=span",
    "incidents/event-1/?fields=title",
    "incidents/event-1/attacks/1/",
    "incidents/event-1/claims/1/",
    "incidents/event-1/claims/1/citations/1/",
    "incidents/event-1/editions/1/",
]
SHARED = [
    "sources/s1/",
    "incidents/",
    "claims/",
    "citations/",
    "editions/",
    "changes/",
    "incidents/event-1/claims/",
]


def publish_at(at: datetime, one: Record, kind: EditionKind | None = None) -> None:
    catalogue.index(editions.append(for_readers(one), kind=kind, at=at))


def event(title: str = "An event") -> Record:
    return record(count(1, exactly(3)), attacks=1, title=title)


@pytest.mark.parametrize("path", [*ALONE, *SHARED])
def test_an_answer_says_when_it_was_published(client: Client, path: str) -> None:
    publish_at(THEN, event())

    assert client.get(f"{API}/{path}")["Last-Modified"] == DATE


@pytest.mark.parametrize("path", ALONE)
def test_an_answer_of_the_date_that_the_reader_has_is_not_sent_again(client: Client, path: str) -> None:
    publish_at(THEN, event())

    again = client.get(f"{API}/{path}", headers={"if-modified-since": DATE})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", SHARED)
def test_what_several_editions_of_one_moment_can_change_is_told_by_its_tag_alone(
    client: Client, path: str
) -> None:
    publish_at(THEN, event())
    first = client.get(f"{API}/{path}")

    assert client.get(f"{API}/{path}", headers={"if-modified-since": DATE}).status_code == 200
    assert client.get(f"{API}/{path}", headers={"if-none-match": first["ETag"]}).status_code == 304


def test_maintenance_moves_the_date_too(client: Client) -> None:
    publish_at(THEN, event())
    publish_at(THEN + timedelta(days=1), event("Renamed"), EditionKind.MAINTENANCE)

    again = client.get(f"{API}/incidents/event-1/", headers={"if-modified-since": DATE})

    assert (again.status_code, again.json()["title"]) == (200, "Renamed")


def test_another_date_than_that_of_the_answer_tells_nothing(client: Client) -> None:
    """What another archive published before that date can have arrived here after it."""
    publish_at(THEN, event())
    later = http_date((THEN + timedelta(days=1)).timestamp())

    assert client.get(f"{API}/incidents/event-1/", headers={"if-modified-since": later}).status_code == 200


def test_the_tag_counts_before_the_date(client: Client) -> None:
    publish_at(THEN, event())
    both = {"if-modified-since": DATE, "if-none-match": '"other"'}

    assert client.get(f"{API}/incidents/event-1/", headers=both).status_code == 200


def test_what_was_published_this_second_has_no_date_yet(client: Client) -> None:
    publish_at(timezone.now(), event())

    assert "Last-Modified" not in client.get(f"{API}/incidents/event-1/")


def test_an_answer_that_is_as_old_as_the_reader_demands_is_sent(client: Client) -> None:
    publish_at(THEN, event())
    path = f"{API}/incidents/event-1/"

    assert client.get(path, headers={"if-unmodified-since": DATE}).status_code == 200
    before = http_date((THEN - timedelta(days=1)).timestamp())
    assert client.get(path, headers={"if-unmodified-since": before}).status_code == 412
