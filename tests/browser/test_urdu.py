"""A reader of Urdu finds an event by a place as Urdu writes it, reads its figures, and turns to English."""

from __future__ import annotations

import pytest

from tests.browser.axe import judge
from tests.browser.screen import Screen

EVENT = "February 2024 Balochistan bombings"
PAGE = "/incidents/k7m2qa/february-2024-balochistan-bombings/"

pytestmark = pytest.mark.usefixtures("committed")


def test_from_the_first_page_to_the_figures_and_on_to_english(reader: Screen) -> None:
    reader.open("/ur/")
    judge(reader, "urdu-home")

    reader.write("واقعات میں تلاش", "قلعہ سیف اللہ")
    reader.press("تلاش")
    reader.sees("1 واقعہ")
    judge(reader, "urdu-list")

    reader.follow(EVENT)
    reader.reads_title(EVENT)
    reader.sees("ضلع قلعہ سیف اللہ")
    reader.follow("4 میں سے 3 دعوے شمار")
    reader.sees("زیرِ استعمال 3 دعووں کی سب سے کم اور سب سے زیادہ تعداد")
    judge(reader, "urdu-event")

    reader.follow("English", exact=True)
    reader.reads_title(EVENT)
    assert reader.do(reader.page.evaluate("location.pathname")) == PAGE


def test_another_rule_and_day_are_kept_when_the_language_changes(reader: Screen) -> None:
    reader.open(f"/ur{PAGE}?known_at=2024-02-07&rule=span")
    reader.sees("7 فروری 2024 تک کی معلومات کے مطابق۔")

    reader.follow("English", exact=True)
    reader.sees("As known on 7 February 2024.")


@pytest.mark.looks
@pytest.mark.parametrize(
    "address",
    [
        "/about/",
        "/about/method/",
        "/about/licence/",
        "/about/codebook/",
        "/about/corrections/",
        "/about/corrections/ask/",
        "/incidents/k7m2qa/history/",
        "/incidents/map/",
        "/places/",
        "/places/killa-saifullah-district/",
        "/sources/",
    ],
)
def test_the_other_pages_pass(reader: Screen, address: str) -> None:
    reader.open(f"/ur{address}")
    judge(reader, f"urdu-{address.strip('/').replace('/', '-')}")


@pytest.mark.looks
@pytest.mark.parametrize(
    "address",
    [
        "/ur/",
        "/ur/incidents/",
        "/ur/incidents/map/",
        f"/ur{PAGE}",
        "/ur/places/",
        "/ur/about/method/",
        "/ur/about/codebook/",
        "/ur/about/corrections/ask/",
    ],
)
def test_a_small_telephone_shows_every_page_without_scrolling_sideways(reader: Screen, address: str) -> None:
    reader.turn({"width": 320, "height": 640}, "light")
    reader.open(address)

    assert reader.do(reader.page.evaluate("document.documentElement.scrollWidth")) == 320
