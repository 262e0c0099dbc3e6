"""Two records of one event are merged; the old address leads on; a merge that was wrong is undone."""

from __future__ import annotations

from incidents.load import load
from incidents.models import Incident
from incidents.publishing import publish
from tests.browser.desk import Desk
from tests.builders import count, exactly, record


def test_an_incident_is_merged_its_address_leads_on_and_the_merge_is_undone(desk: Desk) -> None:
    gone = load(record(count(1, exactly(3)), id="first", title="A blast"))
    into = load(record(count(1, exactly(9)), id="second", title="An explosion"))
    for incident in (gone, into):
        publish(incident, by=None)
    desk.come_in_as("curator")

    desk.shown(gone)
    desk.follow("Merge this incident into another")
    desk.fill_in({"The other incident": "An explosion"})
    desk.press("See what will happen")
    desk.sees("What moves to “An explosion (second)”, under new numbers: 1 claim.")
    desk.press("Merge them")
    desk.sees("is merged into")
    desk.take("Publish", {"Public note": "Two records were one event."})
    desk.open("/incidents/first/")
    desk.reads_title("An explosion")
    assert desk.address.startswith("/incidents/second/")

    desk.shown(into)
    desk.follow("Undo this merge")
    desk.press("Undo the merge")
    desk.sees("is back at the desk")
    assert sorted(Incident.objects.values_list("key", flat=True)) == ["first", "second"]
