"""Where review is required, nobody approves what they edited: a second person does, and publishes."""

from __future__ import annotations

from django.test import override_settings

from incidents.load import load
from tests.browser.conftest import OpenDesk
from tests.builders import count, exactly, record


@override_settings(REVIEW_REQUIRED=True)
def test_a_second_person_approves_and_publishes(open_desk: OpenDesk) -> None:
    incident = load(record(count(1, exactly(3))))
    author, second = open_desk(), open_desk()
    author.come_in_as("editor")
    second.come_in_as("curator")

    author.shown(incident)
    author.write("Title", "Three were killed")
    author.change()
    author.shown(incident)
    author.take("Send to review")
    author.shown(incident, "step/approve")
    author.press("Approve")
    author.sees("You edited it since its last edition: somebody else must approve it.")

    second.open("/desk/")
    second.follow("Three were killed")
    second.take("Approve")
    second.take("Publish", {"Public note": "Read by two."})
    second.open("/incidents/event-1/")
    second.reads_title("Three were killed")
