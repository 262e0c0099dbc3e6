"""An editor is refused, is told what is missing, mends it and publishes."""

from __future__ import annotations

from incidents.load import load
from tests.browser.desk import Desk
from tests.builders import count, exactly, record

MISSING = "Claim 2 (killed) has no citation"


def test_what_is_refused_says_what_is_missing_and_is_published_once_that_is_mended(desk: Desk) -> None:
    incident = load(record(count(1, exactly(3)), count(2, exactly(4), ())))
    desk.come_in_as("editor")

    desk.shown(incident, "step/publish")
    desk.press("Publish")
    desk.sees("It cannot be done now")
    desk.sees(MISSING)

    desk.shown(incident)
    desk.follow(MISSING)
    desk.fill_in_row({"Source": "Title s1"})
    desk.change()
    desk.does_not_see(MISSING)
    desk.take("Publish", {"Public note": "First edition."})

    desk.open("/incidents/event-1/")
    desk.sees("3–4")
