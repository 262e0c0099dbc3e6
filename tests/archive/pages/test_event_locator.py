"""An event's page shows where in the world it happened."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.record import Record
from tests.archive.mapped import MASTUNG_TOWN, QUETTA_DISTRICT, QUETTA_TOWN, happened
from tests.archive.pages.markup import Element, Page
from tests.archive.published import publish
from tests.builders import attack, count, exactly, record, source

pytestmark = pytest.mark.django_db


def page(client: Client, shown: Record, query: str = "") -> Page:
    publish(shown)
    return Page(client.get(f"/incidents/{shown.id}/{query}", follow=True).content.decode())


def locator(found: Page) -> Element | None:
    return next((each for each in found.all() if each.attributes.get("class") == "locator"), None)


def marks(found: Page, kind: str) -> int:
    return len(
        [each for each in found.all() if f"locator__{kind}" in each.attributes.get("class", "").split()]
    )


def test_a_spot_is_marked_and_named(client: Client) -> None:
    found = page(client, happened("one", QUETTA_TOWN))
    figure = locator(found)

    assert figure
    assert "Quetta, near the spot. Borders: Natural Earth; the archive takes no position" in figure.text
    assert (marks(found, "spot"), marks(found, "area"), marks(found, "number")) == (1, 0, 0)


def test_a_district_is_an_area_and_no_pin(client: Client) -> None:
    found = page(client, happened("one", QUETTA_DISTRICT))

    assert (marks(found, "spot"), marks(found, "area")) == (0, 1)


def test_attacks_are_told_apart_by_their_numbers(client: Client) -> None:
    found = page(client, happened("one", QUETTA_TOWN, MASTUNG_TOWN, QUETTA_TOWN))
    figure = locator(found)

    assert figure
    assert "Attacks 1, 3: Quetta, near the spot; Attack 2: Mastung, near the spot." in figure.text
    assert marks(found, "number") == 2


def test_what_is_drawn_is_said_too(client: Client) -> None:
    found = page(client, happened("one", QUETTA_TOWN))

    assert found.at("locator-title").text == "Where it happened"
    assert found.at("locator-says").text == "Quetta, near the spot"


def test_without_coordinates_there_is_no_map(client: Client) -> None:
    assert locator(page(client, record(place="somewhere"))) is None


def test_an_attack_that_nobody_had_spoken_of_yet_is_not_on_the_map_of_that_day(client: Client) -> None:
    shown = record(
        count(1, exactly(1), "s1", attack=1),
        count(2, exactly(1), "s2", attack=2),
        attacks=[attack(1, place="quetta"), attack(2, place="mastung")],
        entities=[QUETTA_TOWN, MASTUNG_TOWN, source("s1", "2024-01-01"), source("s2", "2024-02-01")],
    )
    figure = locator(page(client, shown, "?known_at=2024-01-15"))

    assert figure
    assert "Quetta" in figure.text
    assert "Mastung" not in figure.text


def test_each_edition_has_the_map_of_its_own_record(client: Client) -> None:
    publish(happened("one", QUETTA_TOWN), happened("one", MASTUNG_TOWN))
    first = Page(client.get("/incidents/one/editions/1/").content.decode())
    figure = locator(first)

    assert figure
    assert "Quetta" in figure.text
