"""A reader narrows the list step by step and takes home what is left."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.archive.published import publish
from tests.browser.axe import judge
from tests.browser.screen import Screen
from tests.sheets import demo_records

TABLE = "as a table (CSV)"


@pytest.fixture(autouse=True)
def demonstration(transactional_db: None) -> None:
    """The demonstration events are published."""
    publish(*demo_records())


async def saved(screen: Screen, link: str) -> Path:
    """The file to which the link leads."""
    async with screen.page.expect_download() as coming:
        await screen.page.get_by_role("link", name=link).click()
    return Path(await (await coming.value).path())


def lines(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))


def test_a_province_a_year_and_a_disagreement_are_chosen_and_taken_home(reader: Screen) -> None:
    reader.open("/incidents/")
    judge(reader, "list")

    reader.turn({"width": 1280, "height": 900}, "light")
    reader.follow("Pakistan")
    reader.follow("Balochistan", exact=True)
    reader.follow("Show by Year")
    reader.do(reader.page.get_by_text("The same as a table").click())
    reader.follow("2013", exact=True)
    reader.follow("Sources disagree on the killed")
    reader.sees("3 incidents")
    judge(reader, "list-narrowed")

    found = lines(reader.do(saved(reader, TABLE)))
    assert [(line["place_name"], line["killed_disputed"]) for line in found] == [("Quetta", "true")] * 3


def test_a_column_of_the_chart_narrows_the_list(reader: Screen) -> None:
    reader.open("/incidents/?by=year")
    reader.do(reader.page.locator("a.column").first.click())

    reader.sees("From: 1 January 2013")


def test_on_a_telephone_the_facets_are_folded_away(reader: Screen) -> None:
    reader.turn({"width": 320, "height": 640}, "light")
    reader.open("/incidents/")
    reader.does_not_see("One origin only")

    reader.do(reader.page.get_by_text("Narrow the list").click())
    reader.sees("One origin only")
    judge(reader, "list-facets-open")

    reader.turn({"width": 320, "height": 640}, "light")
    assert reader.do(reader.page.evaluate("document.documentElement.scrollWidth")) == 320


def test_one_among_all_actors_is_found_by_name(reader: Screen) -> None:
    reader.open("/incidents/by/actor/")
    judge(reader, "values")

    reader.write("Name", "lashkar jangvi")
    reader.press("Search")
    reader.follow("Lashkar-e-Jhangvi")
    reader.sees("Actor: Lashkar-e-Jhangvi")


def test_what_is_not_understood_is_said_at_its_field(reader: Screen) -> None:
    reader.open("/incidents/?killed_min=many", refused=True)
    reader.sees("Give a whole number")
    judge(reader, "list-refused")
