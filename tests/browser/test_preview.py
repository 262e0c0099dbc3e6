"""The draft is looked at as readers would see it, who go on seeing the edition."""

from __future__ import annotations

from incidents.load import load
from incidents.publishing import publish
from tests.browser.desk import Desk
from tests.builders import count, exactly, record


def test_a_preview_shows_the_draft_and_the_public_page_stays_as_it_was(desk: Desk) -> None:
    incident = load(record(count(1, exactly(3)), title="As published"))
    publish(incident, by=None)
    desk.come_in_as("editor")
    desk.shown(incident)
    desk.write("Title", "As drafted")
    desk.change()

    desk.shown(incident)
    desk.follow("Preview")
    desk.reads_title("As drafted")
    desk.sees("This page is not published.")
    desk.open("/incidents/event-1/")
    desk.reads_title("As published")
