"""Any earlier state is looked at, compared and restored; what was deleted comes back."""

from __future__ import annotations

from incidents.load import load
from incidents.models import Conflict, Incident
from tests.browser.desk import Desk
from tests.builders import count, exactly, record


def test_an_incident_goes_back_to_an_earlier_state(desk: Desk) -> None:
    incident = load(record(count(1, exactly(3)), title="The first title"))
    desk.come_in_as("editor")
    desk.shown(incident)
    desk.write("Title", "The second title")
    desk.change()

    desk.shown(incident)
    desk.follow("History")
    desk.press("Compare")
    desk.sees("“The first title”")
    desk.follow("Restore the older state")
    desk.press("Restore this state")
    desk.sees("is again as it was")

    assert Incident.objects.get().title == "The first title"


def test_a_claim_that_was_deleted_comes_back_with_the_state_before(desk: Desk) -> None:
    incident = load(record(count(1, exactly(3)), count(2, exactly(4))))
    desk.come_in_as("curator")
    desk.shown(incident.claims.get(number=2))
    desk.follow("Delete", exact=True)
    desk.press("Yes, I’m sure")
    desk.sees("was deleted successfully")

    desk.open("/desk/history/incidents/event-1/")
    desk.press("Compare")
    desk.follow("Restore the older state")
    desk.press("Restore this state")
    desk.sees("is again as it was")

    assert [claim.number for claim in incident.claims.order_by("number")] == [1, 2]


def test_what_was_deleted_is_brought_back(desk: Desk) -> None:
    conflict = Conflict.objects.create(key="war", name="A war")
    desk.come_in_as("curator")
    desk.shown(conflict)
    desk.follow("Delete", exact=True)
    desk.press("Yes, I’m sure")
    desk.sees("was deleted successfully")
    assert not Conflict.objects.exists()

    desk.open("/desk/deleted/")
    desk.follow("Bring back")
    desk.press("Bring back")
    desk.sees("is again as it was")

    assert Conflict.objects.get().name == "A war"
