"""Above the list stands when the incidents happened, and how many people were killed in them."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.archive.pages.markup import Page
from tests.archive.published import publish
from tests.builders import at_least, between, count, exactly, record, vague


def page(client: Client, query: str = "", status: int = 200) -> Page:
    answer = client.get(f"/incidents/{query}")
    assert answer.status_code == status
    return Page(answer.content.decode())


def rows(found: Page) -> list[list[str]]:
    """The table, without its head."""
    bodies = [each for each in found.all() if each.tag == "tbody"]
    return [[cell.text for cell in row.children] for body in bodies for row in body.children]


def columns(found: Page) -> list[str]:
    return [each.text for each in found.all() if each.tag == "title" and each.text != ""][1:]


@pytest.fixture
def dated(db: None) -> None:
    publish(
        record(count(1, between(3, 5)), id="one", date="2024-01-07"),
        record(count(1, at_least(2)), id="two", date="2024-01-20"),
        record(count(1, vague()), id="three", date="2024-03"),
        record(count(1, exactly(9)), id="year", date="2024"),
        record(count(1, exactly(1)), id="early", date="2023-06-01"),
        record(id="undated"),
    )


@pytest.mark.usefixtures("dated")
def test_each_month_has_its_incidents_and_the_killed_from_least_to_most(client: Client) -> None:
    assert rows(page(client)) == [
        ["June 2023", "1", "1"],
        ["January 2024", "2", "5–7+"],
        ["March 2024", "1", "0"],
    ]


@pytest.mark.usefixtures("dated")
def test_what_no_column_can_hold_is_said(client: Client) -> None:
    assert "2 incidents are not drawn" in page(client).text
    assert "1 incident is not drawn" in page(client, "?by=year").text


@pytest.mark.usefixtures("dated")
def test_the_reader_may_choose_the_unit(client: Client) -> None:
    assert rows(page(client, "?by=year")) == [["2023", "1", "1"], ["2024", "4", "14–16+"]]
    assert [row[0] for row in rows(page(client, "?by=day"))] == [
        "1 June 2023",
        "7 January 2024",
        "20 January 2024",
    ]


@pytest.mark.usefixtures("dated")
def test_a_short_span_is_shown_by_day(client: Client) -> None:
    found = rows(page(client, "?date_from=2024-01-01&date_to=2024-01-31"))

    assert [row[0] for row in found] == ["7 January 2024", "20 January 2024"]


@pytest.mark.usefixtures("dated")
def test_a_row_and_its_columns_lead_to_the_list_of_that_time(client: Client) -> None:
    found = page(client, "?killed_min=1&by=month")
    leading = [
        each.attributes["href"]
        for each in found.all()
        if each.attributes.get("href", "").endswith("2024-01-31")
    ]

    assert leading == ["?killed_min=1&date_from=2024-01-01&date_to=2024-01-31"] * 3
    assert columns(found).count("January 2024: 2 incidents, 5–7+ killed") == 2


@pytest.mark.usefixtures("dated")
def test_the_timeline_follows_the_filters(client: Client) -> None:
    assert [row[1] for row in rows(page(client, "?by=year&killed_max=1&certain=1"))] == ["1"]


@pytest.mark.django_db
def test_where_nothing_has_a_day_there_is_no_timeline(client: Client) -> None:
    publish(record(date="2020/2024"), record(id="undated"))

    assert [each for each in page(client).all() if each.tag == "figure"] == []


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["?by=week", "?by=%00", "?by=day&by=year"])
def test_a_unit_that_there_is_not_is_refused(client: Client, query: str) -> None:
    publish(record(date="2024-01-07"))

    assert "by" in page(client, query, status=400).text


@pytest.mark.django_db
@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "0001", "9999"])
@pytest.mark.parametrize("unit", ["day", "month", "year"])
def test_the_ends_of_the_calendar_are_shown(client: Client, date: str, unit: str) -> None:
    publish(record(date=date))

    page(client, f"?by={unit}")


@pytest.mark.django_db
@pytest.mark.parametrize(("last", "named"), [("2024-01-20", 2), ("2024-01-21", 3)])
def test_a_day_in_the_middle_is_named_only_where_its_column_stands_there(
    client: Client, last: str, named: int
) -> None:
    publish(record(id="one", date="2024-01-01"), record(id="two", date=last))

    feet = [each for each in page(client, "?by=day").all() if each.attributes.get("class") == "columns__foot"]

    assert [len(foot.children) for foot in feet] == [named, named]
