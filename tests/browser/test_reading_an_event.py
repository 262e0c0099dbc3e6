"""A researcher reads an event: as it was known on the day, who counted what, and what an edition changed."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import ViewportSize, expect

from archive import catalogue, editions
from archive.figures import for_readers
from archive.record import Record, make_record
from archive.vocabulary import EditionKind
from tests.archive.published import publish
from tests.browser.axe import judge
from tests.browser.screen import Screen
from tests.sheets import second_record, seed_record

EVENT = "/incidents/m4s8td/2018-mastung-bombing/"
SEED = "/incidents/k7m2qa/february-2024-balochistan-bombings/"
HISTORY = "/incidents/m4s8td/history/"


def corrected() -> Record:
    """The second event with one count corrected."""
    data: dict[str, Any] = second_record().model_dump(mode="json", by_alias=True)
    (claim,) = [claim for claim in data["claims"] if claim["number"] == 20]
    claim["value"]["best"], claim["stated"] = 150, "150"
    return make_record(data)


@pytest.fixture
def events(transactional_db: None) -> None:
    """Both demonstration events; the second one in two editions."""
    publish(seed_record(), second_record())
    edition = editions.append(
        for_readers(corrected()), kind=EditionKind.CORRECTION, note="One count corrected."
    )
    catalogue.index(edition)


def reads_killed(reader: Screen, figure: str) -> None:
    """The figure of the killed at the head of the page is this one."""
    reader.do(expect(reader.page.locator(".headline__figure").first).to_have_text(figure))


@pytest.mark.usefixtures("events")
def test_back_to_the_day_itself(reader: Screen) -> None:
    reader.open("/incidents/m4s8td/editions/1/")
    reads_killed(reader, "149")
    reader.write("As known on", "2018-07-13")
    reader.press("Show")
    reads_killed(reader, "128")
    reader.sees("As known on 13 July 2018.")
    reader.does_not_see("Qaim Lashari")

    reader.follow("Show the page as published")
    reads_killed(reader, "149")


@pytest.mark.usefixtures("events")
def test_a_figure_stays_on_one_line_beside_its_word_on_the_narrowest_screen(reader: Screen) -> None:
    reader.turn({"width": 320, "height": 640}, "light")
    reader.open(EVENT)
    last = reader.page.locator(".headline > div:last-child")
    lines, gap = reader.do(
        last.evaluate(
            """last => {
                const [figure, word] = [last.querySelector("dd bdi"), last.querySelector("dt")];
                const between = word.getBoundingClientRect().left - figure.getBoundingClientRect().right;
                return [figure.getClientRects().length, between];
            }"""
        )
    )

    assert lines == 1
    assert 0 < gap < 24


@pytest.mark.usefixtures("events")
def test_the_chart_leads_back_to_a_day(reader: Screen) -> None:
    reader.open(EVENT)
    reader.do(reader.page.get_by_text("The same as a table").first.click())
    reader.do(reader.page.get_by_role("row").get_by_role("link", name="14 July 2018").first.click())

    reads_killed(reader, "128")
    assert reader.address == f"{EVENT}?known_at=2018-07-14"


@pytest.mark.usefixtures("events")
def test_who_counted_what(reader: Screen) -> None:
    reader.open(EVENT)
    reader.sees("13 sources, 12 independent as far as recorded")
    reader.do(reader.page.get_by_role("table", name="The claims of each source").get_by_text("19").click())
    assert reader.address.endswith("#claim-19")
    reader.sees("Qaim Lashari")

    reader.follow("The lowest number")
    reads_killed(reader, "85")
    reader.sees("Figures by the lowest number,")


@pytest.mark.usefixtures("events")
def test_two_editions_compared(reader: Screen) -> None:
    reader.open("/incidents/m4s8td/editions/1/")
    reader.sees("An old edition.")
    reader.follow("what changed since")
    reader.sees("Claims: 0 added, 1 changed, 0 removed.")
    reader.sees("149–150")

    reader.press("Compare")
    reader.follow("Claim 20 (killed)")
    assert reader.address == "/incidents/m4s8td/editions/2/#claim-20"


@pytest.mark.looks
@pytest.mark.usefixtures("events")
@pytest.mark.parametrize(
    ("address", "name"),
    [
        (EVENT, "event"),
        (SEED, "event-seed"),
        (f"{EVENT}?known_at=2018-07-13&rule=span", "event-known-at"),
        ("/incidents/m4s8td/editions/1/", "event-old-edition"),
        (HISTORY, "history"),
        (f"{HISTORY}?old=1&new=2", "history-compared"),
    ],
)
def test_no_page_of_an_event_is_hard_to_use(reader: Screen, address: str, name: str) -> None:
    reader.open(address)
    reader.do(reader.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)"))
    judge(reader, name)


@pytest.mark.looks
@pytest.mark.usefixtures("events")
@pytest.mark.parametrize("address", [f"{EVENT}?known_at=yesterday", f"{HISTORY}?old=1&new=1"])
def test_what_is_refused_is_said_on_a_page_that_can_be_used(reader: Screen, address: str) -> None:
    reader.open(address, refused=True)
    judge(reader, "refused")


@pytest.mark.looks
@pytest.mark.usefixtures("events")
@pytest.mark.parametrize("address", [EVENT, SEED, f"{HISTORY}?old=1&new=2"])
def test_on_the_narrowest_window_nothing_runs_over_the_side(reader: Screen, address: str) -> None:
    reader.turn(ViewportSize(width=320, height=640), "light")
    reader.open(address)

    assert reader.do(reader.page.evaluate("document.documentElement.scrollWidth")) == 320


@pytest.mark.usefixtures("events")
def test_a_wide_table_is_scrolled_by_the_keyboard(reader: Screen) -> None:
    reader.turn(ViewportSize(width=320, height=640), "light")
    reader.open(EVENT)
    box = reader.page.get_by_role("group", name="The claims of each source on each fact")
    reader.do(box.focus())
    reader.do(reader.page.keyboard.press("ArrowRight"))
    reader.do(expect(box).not_to_have_js_property("scrollLeft", 0))
