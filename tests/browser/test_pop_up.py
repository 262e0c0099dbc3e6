"""A source that is not there yet is entered beside the claim, whose form waits and then holds it."""

from __future__ import annotations

from incidents.load import load
from tests.browser.desk import Desk
from tests.builders import record


def test_a_new_source_is_entered_from_the_form_of_a_claim(desk: Desk) -> None:
    load(record(title="Bombs in two towns"))
    desk.come_in_as("editor")
    desk.open("/desk/incidents/claim/add/")
    desk.fill_in({"Incident": "Bombs in two towns", "Property": "killed"})
    desk.fill_in({"Qualifier": "exactly", "Best": "3", "Population": "everybody"})

    beside = desk.opens("Add another source")
    beside.fill_in({"Key": "radio", "Kind": "news article", "Title": "What the radio said"})
    beside.press("Save")
    desk.sees("What the radio said")
    desk.add()

    desk.sees("What the radio said")
