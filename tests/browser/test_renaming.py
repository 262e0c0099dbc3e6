"""A source is renamed: a worker brings the new name to what is published, and the desk shows how far."""

from __future__ import annotations

from incidents.load import load
from incidents.publishing import publish
from sources.models import Source
from tests.browser.desk import Desk
from tests.builders import count, exactly, record
from tests.incidents.queue import work_off


def test_readers_see_the_new_name_of_a_source_once_a_worker_has_run(desk: Desk) -> None:
    for number in (1, 2):
        publish(load(record(count(1, exactly(3)), id=f"event-{number}")), by=None)
    desk.come_in_as("editor")

    desk.shown(Source.objects.get())
    desk.write("Title", "What the ministry said")
    desk.press("Save")
    desk.sees("2 published incidents will soon show this as it is now")
    desk.follow("see how far that has come")
    desk.sees("No worker is running.")
    work_off()
    desk.open(desk.address)
    desk.sees("2 of 2")

    for number in (1, 2):
        desk.open(f"/incidents/event-{number}/")
        desk.sees("What the ministry said")
