"""A reader finds an event by a place whose name they half remember."""

from __future__ import annotations

import pytest

from tests.browser.axe import judge
from tests.browser.screen import Screen

EVENT = "February 2024 Balochistan bombings"


pytestmark = pytest.mark.usefixtures("committed")


def test_a_misspelt_place_leads_to_the_event(reader: Screen) -> None:
    reader.open("/")
    reader.write("Search the incidents", "kila saifulah")
    reader.press("Search")
    reader.sees("Did you mean")
    judge(reader, "search-meant")

    reader.follow("Killa Saifullah")
    reader.holds("Search the incidents", "Killa Saifullah")
    judge(reader, "search-found")

    reader.follow(EVENT)
    reader.reads_title(EVENT)


def test_a_search_that_is_not_understood_says_so_beside_the_box(reader: Screen) -> None:
    reader.open("/incidents/?q=%22open", refused=True)
    reader.sees("Close the phrase")
    reader.holds("Search the incidents", '"open')
    judge(reader, "search-refused")


def test_the_first_page_passes(reader: Screen) -> None:
    reader.open("/")
    judge(reader, "home")
