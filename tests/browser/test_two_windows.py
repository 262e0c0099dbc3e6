"""Two editors at the same form, in two browsers: the second sees both versions, and loses nothing."""

from __future__ import annotations

from incidents.load import load
from incidents.models import Incident
from tests.browser.conftest import OpenDesk
from tests.browser.pictures import take
from tests.builders import count, exactly, record


def test_the_second_to_save_sees_what_differs_field_by_field_and_saves_knowingly(open_desk: OpenDesk) -> None:
    incident = load(record(count(1, exactly(3)), attacks=1))
    first, second = open_desk(), open_desk()
    first.come_in_as("editor")
    second.come_in_as("curator")
    for desk in (first, second):
        desk.shown(incident)
    first.write("Title", "Three dead at a market")
    first.change()

    second.write("Title", "Three killed at a market")
    second.fill_in_row({"Label": "The second attack"})
    second.press("Save")
    second.sees("somebody changed this meanwhile")
    second.reads_row("Title", ["An event", "Three dead at a market", "Three killed at a market"])
    second.holds("Title", "Three killed at a market")
    second.holds_in_row("Label", "The second attack")
    take(second, "two editors")
    second.change()

    stored = Incident.objects.get()
    assert stored.title == "Three killed at a market"
    assert [attack.label for attack in stored.attacks.all()] == ["Attack 1", "The second attack"]


def test_what_a_row_of_the_form_said_is_told_of_too(open_desk: OpenDesk) -> None:
    incident = load(record(count(1, exactly(3)), attacks=1))
    first, second = open_desk(), open_desk()
    first.come_in_as("editor")
    second.come_in_as("curator")
    for desk in (first, second):
        desk.shown(incident)
    first.write("Label", "Market")
    first.change()

    second.write("Label", "Bazaar")
    second.press("Save")
    second.reads_row("Label", ["Attack 1", "Market", "Bazaar"])
    second.holds("Label", "Bazaar")
