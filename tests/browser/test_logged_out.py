"""Whoever is logged out while typing logs in again and sends what was typed."""

from __future__ import annotations

from incidents.load import load
from incidents.models import Incident
from tests.browser.desk import PASSWORD, Desk
from tests.builders import record


def test_what_was_typed_outlives_the_session(desk: Desk) -> None:
    incident = load(record())
    user = desk.log_in_as("editor")
    desk.shown(incident)
    desk.write("Title", "Typed for an hour")
    desk.forget_session()

    desk.watch.expected.add(desk.address)
    desk.press("Save")
    desk.sees("Nothing is lost")
    desk.write("Username", user.username)
    desk.write("Password", PASSWORD)
    desk.press("Log in")
    desk.press("Send the form again")
    desk.sees("was changed successfully")

    assert Incident.objects.get().title == "Typed for an hour"
