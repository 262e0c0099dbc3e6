"""The list of incidents can be narrowed, leafed through, and refuses what it does not understand."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.pages.paging import SIZE
from tests.archive.pages.markup import Page
from tests.archive.published import publish
from tests.builders import count, exactly, record


def page(client: Client, query: str = "", status: int = 200) -> Page:
    answer = client.get(f"/incidents/{query}")
    assert answer.status_code == status
    return Page(answer.content.decode())


def titles(found: Page) -> list[str]:
    return [card.text for each in found.all() if each.tag == "li" for card in each.all() if card.tag == "h3"]


def link(found: Page, relation: str) -> str | None:
    links = (each.attributes for each in found.all() if each.tag == "a")
    return next((each["href"] for each in links if each.get("rel") == relation), None)


@pytest.mark.usefixtures("published")
def test_a_card_shows_the_figure_and_how_far_the_sources_differ(client: Client) -> None:
    text = page(client).text

    assert "28–30+ killed" in text
    assert "All that was ever stated: 85–149 killed" in text


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?killed_min=100&certain=1", ["2018 Mastung bombing"]),
        ("?place=pishin-district", ["February 2024 Balochistan bombings"]),
        ("?actor=islamic-state&attribution=self_claimed&date_to=2020-01-01", ["2018 Mastung bombing"]),
        ("?attribution=convicted", []),
        ("?date_from=&killed_min=", ["February 2024 Balochistan bombings", "2018 Mastung bombing"]),
    ],
)
def test_the_list_is_narrowed_by_the_filters(client: Client, query: str, expected: list[str]) -> None:
    assert titles(page(client, query)) == expected


@pytest.mark.usefixtures("published")
def test_what_is_chosen_goes_along_with_a_search_to_the_data_and_to_the_files(client: Client) -> None:
    found = page(client, "?place=pishin-district&type=bombing")
    fields = [each.attributes for each in found.all() if each.attributes.get("type") == "hidden"]
    addresses = [each.attributes.get("href") for each in found.all()]

    assert [(field["name"], field["value"]) for field in fields] == [
        ("place", "pishin-district"),
        ("type", "bombing"),
    ]
    assert "/api/v1/incidents/?place=pishin-district&type=bombing" in addresses
    assert "/incidents.csv?place=pishin-district&type=bombing" in addresses


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?plaice=mastung", "There is no such parameter"),
        ("?place=nowhere", "There is none with the key “nowhere”"),
        ("?killed_min=many", "Give a whole number"),
        ("?date_from=yesterday", "Give a day as 2024-02-07"),
        ("?type=%00", "NUL character"),
        ("?after=a&after=b", "Give one value only"),
    ],
)
def test_a_filter_that_is_not_understood_gives_no_list(client: Client, query: str, told: str) -> None:
    found = page(client, query, status=400)

    assert told in found.text
    assert titles(found) == []


@pytest.mark.django_db
def test_leafing_there_and_back_shows_every_incident_once(client: Client) -> None:
    days = range(1, SIZE + 5)
    made = (
        record(count(1, exactly(1)), id=f"e{n}", title=f"Event {n}", date=f"2024-01-{n:02}") for n in days
    )
    publish(*made)

    first = page(client)
    second = page(client, link(first, "next") or "")

    assert titles(first) + titles(second) == [f"Event {n}" for n in reversed(days)]
    assert titles(page(client, link(second, "prev") or "")) == titles(first)
    assert (link(first, "prev"), link(second, "next")) == (None, None)
