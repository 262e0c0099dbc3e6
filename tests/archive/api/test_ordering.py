"""In which orders lists can be had, and how many there are of what is asked for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.test import Client

from archive import catalogue, editions
from archive.figures import for_readers
from archive.record import Record
from archive.vocabulary import EditionKind
from tests.archive.published import publish
from tests.builders import between, count, exactly, record, vague

pytestmark = pytest.mark.django_db
API = "/api/v1"
SITE = "http://127.0.0.1:8000"
NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)


def publish_at(day: int, one: Record, kind: EditionKind | None = None) -> None:
    catalogue.index(editions.append(for_readers(one), kind=kind, at=NOW + timedelta(days=day)))


def killed(name: str, *quantities: object, date: str | None = None) -> Record:
    counted = [count(n, one, f"s{n}") for n, one in enumerate(quantities, start=1)]  # type: ignore[arg-type]
    return record(*counted, id=name, date=date)


def sample() -> None:
    publish(
        killed("five", exactly(5), date="2024-01-01"),
        killed("span", exactly(3), exactly(5), date="2024-01-02"),
        killed("none", date="2024-01-03"),
        killed("zero", exactly(0), date="2024-01-04"),
        killed("dozens", vague(), date="2024-01-05"),
        killed("nine", between(7, 9)),
    )


def walk(client: Client, query: str, size: int = 200, link: str = "next") -> list[str]:
    """The incidents of every page."""
    found: list[str] = []
    path = f"{API}/incidents/?{query}&page_size={size}"
    while path:
        page = client.get(path).json()
        found += [one["id"] for one in page["results"]]
        path = (page[link] or "").removeprefix(SITE)
    return found


@pytest.mark.parametrize(
    ("ordering", "ids"),
    [
        ("-date", ["dozens", "zero", "none", "span", "five", "nine"]),
        ("date", ["nine", "five", "span", "none", "zero", "dozens"]),
        ("-killed", ["nine", "five", "span", "zero", "dozens", "none"]),
        ("killed", ["zero", "span", "five", "nine", "dozens", "none"]),
        ("-injured", ["dozens", "zero", "none", "span", "five", "nine"]),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 4, 200])
def test_incidents_come_in_the_order_that_is_asked_for(
    client: Client, ordering: str, ids: list[str], size: int
) -> None:
    sample()

    assert walk(client, f"ordering={ordering}", size) == ids


def test_the_rule_decides_the_order_of_the_killed(client: Client) -> None:
    publish(killed("a", exactly(2), exactly(9)), killed("b", exactly(5)))

    assert walk(client, "ordering=-killed&rule=highest") == ["a", "b"]
    assert walk(client, "ordering=-killed&rule=lowest") == ["b", "a"]


def test_what_changed_last_comes_first_and_maintenance_changes_nothing(client: Client) -> None:
    publish_at(0, record(id="a"))
    publish_at(1, record(id="b"))
    publish_at(1, record(id="c"))
    publish_at(2, record(id="a", title="Renamed"), EditionKind.MAINTENANCE)

    assert walk(client, "ordering=-updated_at", 1) == ["c", "b", "a"]


@pytest.mark.parametrize("ordering", ["-killed", "killed", "-date", "updated_at"])
@pytest.mark.parametrize("size", [1, 2, 4, 5])
def test_every_page_leads_back_to_the_one_before(client: Client, ordering: str, size: int) -> None:
    sample()
    pages = []
    path = f"{API}/incidents/?ordering={ordering}&page_size={size}"
    while path:
        pages.append(client.get(path).json())
        path = (pages[-1]["next"] or "").removeprefix(SITE)

    for before, page in pairwise(pages):
        back = client.get(page["previous"].removeprefix(SITE)).json()
        assert back["results"] == before["results"]
        assert client.get(back["next"].removeprefix(SITE)).json()["results"] == page["results"]
    assert pages[0]["previous"] is None


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("incidents/?ordering=title", "not one of: -date, date, updated_at"),
        ("claims/?ordering=killed", "not one of: number, -number"),
        ("sources/?ordering=", "Give a value"),
        ("editions/?ordering=published_at&ordering=-published_at", "one value only"),
    ],
)
def test_an_order_that_there_is_not_is_refused(client: Client, path: str, reason: str) -> None:
    answer = client.get(f"{API}/{path}")

    assert answer.status_code == 400
    assert reason in answer.json()["errors"]["ordering"][0]


def test_a_cursor_of_another_order_is_refused(client: Client) -> None:
    sample()
    following = client.get(f"{API}/incidents/?ordering=killed&page_size=1").json()["next"]

    answer = client.get(following.removeprefix(SITE).replace("ordering=killed", "ordering=-killed"))

    assert list(answer.json()["errors"]) == ["cursor"]


def test_a_list_says_how_many_there_are_where_that_is_asked(client: Client) -> None:
    sample()

    page = client.get(f"{API}/incidents/?killed_min=5&count=true&page_size=1").json()

    assert (page["count"], len(page["results"])) == (3, 1)
    assert "count" not in client.get(f"{API}/incidents/").json()


@pytest.mark.parametrize(
    ("since", "ids"),
    [
        ("2026-01-01", ["c", "b", "a"]),
        ("2026-01-02", ["c", "b"]),
        ("2026-01-02T12:00:00Z", ["c", "b"]),
        ("2026-01-02T14:00:01%2B02:00", ["c"]),
        ("2026-01-02T14:00:01+02:00", ["c"]),
    ],
)
def test_incidents_are_narrowed_to_those_that_changed_since(
    client: Client, since: str, ids: list[str]
) -> None:
    for day, name in enumerate("abc"):
        publish_at(day, record(id=name))

    assert walk(client, f"updated_since={since}&ordering=-updated_at") == ids


@pytest.mark.parametrize(
    "since", ["yesterday", "2026-02-30", "2026-01-01T12:00", "0001-01-01T00:00:00%2B01:00"]
)
def test_what_is_no_moment_is_refused(client: Client, since: str) -> None:
    answer = client.get(f"{API}/incidents/?updated_since={since}")

    assert answer.status_code == 400
    assert "2024-02-07T18:30:00Z" in answer.json()["errors"]["updated_since"][0]


def test_incidents_are_narrowed_by_the_kind_of_their_newest_edition(client: Client) -> None:
    publish_at(0, record(id="a"))
    publish_at(0, record(id="b"))
    publish_at(1, record(id="b", title="Better"), EditionKind.CORRECTION)

    assert walk(client, "edition_kind=correction") == ["b"]
    assert walk(client, "edition_kind=first&edition_kind=correction") == ["b", "a"]
