"""An editor enters an event from nothing and publishes it, and a reader reads it."""

from __future__ import annotations

import pytest

from tests.browser.desk import Answers, Desk
from tests.browser.pictures import take

PLACES = [("market-town", "Market Town"), ("harbour-town", "Harbour Town")]
SOURCES = [("first-report", "First report"), ("second-report", "Second report"), ("statement", "A statement")]
EXACTLY: Answers = {"Qualifier": "exactly", "Population": "everybody"}

#: Source, attack and value of each claim.
CLAIMS: list[tuple[str, str, Answers]] = [
    ("First report", "", {"Property": "date", "Date": "2024-02-07"}),
    ("First report", "", {"Property": "statement", "Section": "Summary", "Text": "Two bombs went off."}),
    ("First report", "", {"Property": "killed", **EXACTLY, "Best": "28"}),
    ("Second report", "", {"Property": "killed", **EXACTLY, "Best": "30"}),
    ("Second report", "", {"Property": "injured", **EXACTLY, "Best": "40"}),
    ("First report", "Market", {"Property": "place", "Place": "Market Town"}),
    ("First report", "Market", {"Property": "killed", **EXACTLY, "Best": "16"}),
    ("First report", "Harbour", {"Property": "place", "Place": "Harbour Town"}),
    ("Second report", "Harbour", {"Property": "killed", **EXACTLY, "Best": "12"}),
    (
        "A statement",
        "",
        {"Property": "responsibility", "Attribution": "claimed by the group itself", "Actor": "The Group"},
    ),
]


@pytest.fixture
def library(desk: Desk) -> Desk:
    """A desk at which the places, the actor and the sources of the event were entered."""
    desk.log_in_as("editor")
    for key, name in PLACES:
        desk.enter("/desk/incidents/place/", {"Key": key, "Name": name, "Kind": "city, town or village"})
    desk.enter("/desk/incidents/actor/", {"Key": "the-group", "Name": "The Group", "Kind": "armed group"})
    for key, title in SOURCES:
        desk.enter("/desk/sources/source/", {"Key": key, "Kind": "news article", "Title": title})
    return desk


def test_an_event_with_two_attacks_ten_claims_and_three_sources_is_entered_and_published(
    library: Desk,
) -> None:
    desk = library
    event = {"Public id": "two-towns", "Title": "Bombs in two towns", "Date": "2024-02-07"}
    desk.enter_incident(event, attacks=[{"Label": "Market"}, {"Label": "Harbour"}])
    for source, attack, answers in CLAIMS:
        desk.add_claim("Bombs in two towns", source, answers, attack)
    desk.open("/desk/")
    take(desk, "home with a draft")
    desk.follow("Bombs in two towns")
    desk.take("Publish", {"Public note": "Entered from three sources."})

    desk.open("/incidents/two-towns/")
    desk.reads_title("Bombs in two towns")
    desk.sees("28–30")
    desk.sees("Two bombs went off.")
    desk.open("/incidents/two-towns/history/")
    desk.sees("Entered from three sources.")
