"""The catalogue follows what editions say of merges."""

from __future__ import annotations

import pytest

from archive import catalogue
from archive.catalogue import target_of
from archive.models import ActorEntry, Forward, IncidentEntry
from archive.record import Merged
from tests.archive.merges import alone, first, merged, whole
from tests.archive.published import publish, retract
from tests.builders import actor, count, exactly, record, responsible

pytestmark = pytest.mark.django_db


def shown() -> list[str]:
    return sorted(IncidentEntry.objects.values_list("key", flat=True))


def is_right() -> bool:
    """Whether nothing differs, and a catalogue made from nothing says the same."""
    if list(catalogue.check()):
        return False
    before = shown(), sorted(map(str, Forward.objects.all()))
    Forward.objects.all().delete()
    for incident in shown():
        catalogue.remove(incident)
    Forward.objects.all().delete()
    list(catalogue.reindex())
    return before == (shown(), sorted(map(str, Forward.objects.all()))) and not list(catalogue.check())


def test_a_merged_incident_leaves_the_catalogue() -> None:
    merged()

    assert shown() == ["second"]
    assert target_of("incidents", "first") == "second"
    assert is_right()


def test_it_comes_back_with_an_edition_that_names_it_no_longer() -> None:
    merged()
    publish(alone())

    assert shown() == ["first", "second"]
    assert target_of("incidents", "first") is None
    assert is_right()


def test_it_comes_back_with_a_later_edition_of_its_own() -> None:
    merged()
    publish(first())

    assert shown() == ["first", "second"]
    assert is_right()


def test_a_chain_of_merges_leads_to_its_end_at_once() -> None:
    merged()
    publish(record(count(1, exactly(1)), id="third", merged=(Merged(id="first"), Merged(id="second"))))

    assert shown() == ["third"]
    assert (target_of("incidents", "first"), target_of("incidents", "second")) == ("third", "third")
    assert is_right()


def test_the_last_of_a_chain_can_be_undone_alone() -> None:
    merged()
    onwards = (Merged(id="first"), Merged(id="second"))
    publish(
        record(count(1, exactly(1)), id="third", merged=onwards), record(count(1, exactly(1)), id="third")
    )

    assert shown() == ["second", "third"]
    assert target_of("incidents", "first") == "second"
    assert is_right()


def test_a_retraction_does_not_bring_back_what_was_merged() -> None:
    merged()
    retract("second")

    assert shown() == []
    assert is_right()


def test_a_merge_the_other_way_round_follows_the_latest_word() -> None:
    merged()
    publish(first().model_copy(update={"merged": (Merged(id="second"),)}))

    assert shown() == ["first"]
    assert is_right()


def test_an_id_that_was_never_published_leads_on_too() -> None:
    publish(whole())

    assert target_of("incidents", "first") == "second"


def test_former_keys_lead_to_the_entity_as_its_latest_edition_says() -> None:
    named = record(responsible(1, "group"), entities=[actor("group", former_keys=("old-group",))])
    publish(named)
    assert target_of("actors", "old-group") == "group"
    assert is_right()

    publish(record(responsible(1, "group")))
    assert target_of("actors", "old-group") is None
    assert is_right()


def test_an_entity_that_nothing_shows_any_more_is_led_to_no_longer() -> None:
    publish(record(responsible(1, "group"), entities=[actor("group", former_keys=("old-group",))]))
    retract("event-1")

    assert not ActorEntry.objects.exists()
    assert not Forward.objects.exists()


def test_addresses_that_lead_astray_are_found_and_mended() -> None:
    merged()
    Forward.objects.filter(kind="claims").update(new_number=99)

    assert [str(found) for found in catalogue.check()] == [
        "incident second: 4 × Forward missing, stale or too many"
    ]
    list(catalogue.reindex())
    assert not list(catalogue.check())
