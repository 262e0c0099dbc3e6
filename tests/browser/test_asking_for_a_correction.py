"""A reader asks for a correction of what stands on a page, and an editor takes it up."""

from __future__ import annotations

import pytest

from tests.archive.published import publish
from tests.browser.axe import judge
from tests.browser.conftest import OpenDesk
from tests.browser.screen import Screen
from tests.sheets import second_record

EVENT = "/incidents/m4s8td/2018-mastung-bombing/"


@pytest.fixture(autouse=True)
def event(transactional_db: None) -> None:
    """The second demonstration event is published."""
    publish(second_record())


def test_a_request_goes_from_the_page_to_the_desk(reader: Screen, open_desk: OpenDesk) -> None:
    reader.open(EVENT)
    reader.follow("suggest a correction")
    reader.holds("Which page?", "/incidents/m4s8td/editions/1/")
    judge(reader, "correction-form")

    reader.watch.expected.add("/about/corrections/ask/")
    reader.press("Send it to the editors")
    reader.sees("This field is required.")
    judge(reader, "correction-form-refused")

    reader.tick("Something is missing")
    reader.write("What is wrong or missing?", "Another newspaper gave another day.")
    reader.write("Your e-mail address (optional)", "reader@example.org")
    reader.press("Send it to the editors")
    reader.sees("Your request has reached the editors’ desk.")
    judge(reader, "correction-sent")

    desk = open_desk()
    desk.come_in_as("editor")
    desk.open("/desk/")
    desk.follow("something is missing: /incidents/m4s8td/editions/1/")
    desk.sees("Another newspaper gave another day.")
    judge(desk, "correction-at-the-desk")

    desk.fill_in({"State": "in hand", "Note": "The newspaper is in the library."})
    desk.change()
    desk.open("/desk/archive/correctionrequest/?state__exact=in_hand")
    desk.sees("a-editor")
    judge(desk, "correction-requests")
