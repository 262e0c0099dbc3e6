"""A reader looks at the map: moves nearer, opens a circle, and goes to its list; with script and without."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.async_api import Locator, expect
from pytest_django.live_server_helper import LiveServer

from tests.archive.mapped import MASTUNG_TOWN, PESHAWAR_TOWN, QUETTA_DISTRICT, QUETTA_TOWN, happened
from tests.archive.published import publish
from tests.browser.axe import judge
from tests.browser.chromium import Chromium
from tests.browser.screen import Screen
from tests.builders import record

MAP = "/incidents/map/"
STILL_THERE = "circle => new Promise((told) => setTimeout(() => told(circle.isConnected), 300))"


@pytest.fixture(autouse=True)
def mapped(transactional_db: None) -> None:
    """Twelve incidents in Quetta, four around it, one in Peshawar and one nowhere."""
    publish(*(happened(f"quetta-{number}", QUETTA_TOWN, date="2024-01-01") for number in range(12)))
    publish(*(happened(f"mastung-{number}", MASTUNG_TOWN, date="2023-05-05") for number in range(3)))
    publish(happened("district", QUETTA_DISTRICT), happened("peshawar", PESHAWAR_TOWN, date="2023-07-07"))
    publish(record(id="nowhere", title="Event nowhere"))


@pytest.fixture
def scriptless(chromium: Chromium, live_server: LiveServer) -> Iterator[Screen]:
    """Somebody whose browser runs no script."""
    window = chromium.window(script=False)
    screen = Screen(chromium, window, live_server.url)
    yield screen
    chromium.do(window.close())
    assert screen.watch.faults == []


def circle(reader: Screen, words: str) -> Locator:
    """The first circle on the moving map of which these words are said."""
    return reader.page.locator(".dot").and_(reader.page.get_by_role("button", name=words)).first


def sees_circle(reader: Screen, words: str) -> None:
    reader.do(expect(circle(reader, words)).to_be_visible())


def test_from_a_circle_of_several_places_to_one_place_and_its_list(reader: Screen) -> None:
    reader.open(MAP)
    sees_circle(reader, "15 incidents in several places: at or near a spot")
    judge(reader, "map")

    reader.turn({"width": 1280, "height": 900}, "light")
    reader.do(circle(reader, "15 incidents in several places").click())
    sees_circle(reader, "12 incidents in Quetta: at or near a spot")
    reader.do(circle(reader, "3 incidents in Mastung").click())
    reader.sees("The list of these 3 incidents")
    judge(reader, "map-opened")

    reader.follow("The list of these 3 incidents")
    reader.sees("3 incidents")
    reader.sees("Event mastung-1")


def test_the_keyboard_alone_opens_a_circle_and_closes_it_again(reader: Screen) -> None:
    reader.open(MAP)
    sees_circle(reader, "1 incident in Peshawar")
    reader.do(circle(reader, "1 incident in Peshawar").focus())
    reader.do(reader.page.keyboard.press("Enter"))
    reader.do(expect(reader.page.get_by_role("link", name="Event peshawar")).to_be_focused())

    reader.do(reader.page.keyboard.press("Escape"))
    reader.does_not_see("Event peshawar")
    reader.do(expect(circle(reader, "1 incident in Peshawar")).to_be_focused())


def test_a_circle_that_stays_the_same_is_not_taken_from_under_the_pointer(reader: Screen) -> None:
    reader.turn({"width": 1280, "height": 900}, "light")
    reader.open(MAP)
    sees_circle(reader, "1 incident in Peshawar")
    before = reader.do(circle(reader, "1 incident in Peshawar").element_handle())
    reader.do(fetched_again(reader))

    assert before is not None
    assert reader.do(before.evaluate(STILL_THERE))


async def fetched_again(reader: Screen) -> None:
    """A window made a little wider has its map fetch its circles anew."""
    async with reader.page.expect_response(re.compile("circles")) as answer:
        await reader.page.set_viewport_size({"width": 1284, "height": 900})
    await (await answer.value).finished()


def test_zooming_fetches_what_is_seen_then_and_the_page_can_be_narrowed_to_it(reader: Screen) -> None:
    reader.open(f"{MAP}?date_from=2023-01-01")
    sees_circle(reader, "15 incidents in several places")
    reader.press("Nearer")
    reader.press("Nearer")
    sees_circle(reader, "3 incidents in Mastung")

    reader.follow("Only what the map shows now")
    reader.sees("Within: ")
    reader.sees("From: 1 January 2023")


def test_a_district_has_a_ring_as_large_as_it_is_said_to_be(reader: Screen) -> None:
    reader.open(f"{MAP}?located=district")
    sees_circle(reader, "1 incident in Quetta-District: somewhere in a district")

    assert reader.do(reader.page.locator(".map__live path.map__reach").count()) == 1


def test_on_a_telephone_nothing_is_wider_than_the_window(reader: Screen) -> None:
    reader.turn({"width": 320, "height": 640}, "light")
    reader.open(MAP)
    sees_circle(reader, "15 incidents")

    assert reader.do(reader.page.evaluate("document.documentElement.scrollWidth")) == 320


def test_without_script_the_circles_of_the_picture_lead_nearer_and_to_lists(scriptless: Screen) -> None:
    scriptless.open(MAP)
    scriptless.sees("17 incidents on the map")
    scriptless.do(scriptless.page.get_by_label("15 incidents in several places").click())
    scriptless.do(scriptless.page.get_by_label("3 incidents in Mastung").click())

    scriptless.sees("Event mastung-1")


def test_without_script_the_table_leads_to_the_lists(scriptless: Screen) -> None:
    scriptless.open(MAP)
    scriptless.do(scriptless.page.get_by_text("The same as a table").click())
    scriptless.do(scriptless.page.get_by_role("table").get_by_role("link", name="Peshawar").click())

    scriptless.sees("1 incident")
    scriptless.sees("Event peshawar")


def test_what_stands_nowhere_is_listed(reader: Screen) -> None:
    reader.open(MAP)
    reader.sees("1 incident is not on it")
    reader.follow("list", exact=True)

    reader.sees("Event nowhere")


def test_a_page_of_an_event_with_a_map_has_no_fault(reader: Screen) -> None:
    publish(happened("both", QUETTA_TOWN, QUETTA_DISTRICT))
    reader.open("/incidents/both/event-both/")
    reader.sees("Borders: Natural Earth")

    judge(reader, "event-with-map")
