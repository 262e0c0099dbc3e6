"""The catalogue grows with publications, and equals one that is made anew."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import catalogue, editions
from archive.figures import for_readers
from archive.models import (
    ActorEntry,
    CitationEntry,
    Edition,
    IncidentActor,
    IncidentEntry,
    IncidentPlace,
    PlaceEntry,
    SourceEntry,
)
from archive.record import Record
from archive.vocabulary import About, Attribution, EditionKind, PartAs
from tests.builders import actor, attack, count, exactly, happened_at, place, record, responsible, source
from tests.strategies import records

pytestmark = pytest.mark.django_db


def publish(published: Record, kind: EditionKind | None = None, at: datetime | None = None) -> Edition:
    edition = editions.append(published, kind=kind, at=at)
    catalogue.index(edition)
    return edition


def retract(incident: str) -> None:
    editions.retract(incident, reason="It never happened.")
    catalogue.remove(incident)


def test_a_published_incident_can_be_found() -> None:
    edition = publish(record(count(1, exactly(3)), date="2024-02"))

    entry = IncidentEntry.objects.published().get()

    assert (entry.key, entry.edition) == ("event-1", edition)
    assert (entry.earliest, entry.latest) == (date(2024, 2, 1), date(2024, 2, 29))


def test_the_days_of_an_incident_without_a_date_are_those_of_its_attacks() -> None:
    publish(record(attacks=[attack(1, date="2024-02-07"), attack(2, date="2024-02-09"), attack(3)]))

    entry = IncidentEntry.objects.get()

    assert (entry.earliest, entry.latest) == (date(2024, 2, 7), date(2024, 2, 9))


def test_what_is_published_during_a_rebuild_stays() -> None:
    publish(record(responsible(1, "a1")))
    ActorEntry.objects.update(name="stale")
    rebuild = catalogue.reindex()
    next(rebuild)

    publish(record(responsible(1, "a2"), id="event-2"))

    assert list(rebuild) == []
    assert list(catalogue.check()) == []


def test_a_new_edition_replaces_the_rows_of_the_old_one() -> None:
    publish(record(count(1, exactly(3)), count(2, exactly(4))))
    publish(record(count(2, exactly(5)), title="Another title"))

    entry = IncidentEntry.objects.get()

    assert (entry.title, [claim.number for claim in entry.claims.all()]) == ("Another title", [2])


def test_maintenance_is_not_an_update() -> None:
    first = publish(record(title="A"))
    publish(record(title="B"), EditionKind.MAINTENANCE)

    assert IncidentEntry.objects.get().updated_at == first.published_at


def test_a_retracted_incident_leaves_nothing_behind() -> None:
    publish(record(count(1, exactly(3)), happened_at(2, "quetta")))
    retract("event-1")

    assert not IncidentEntry.objects.exists()
    assert not SourceEntry.objects.exists()
    assert not PlaceEntry.objects.exists()


def test_a_place_is_linked_with_all_that_is_around_it() -> None:
    publish(record(attacks=[attack(1, place="town")], entities=[place("town", parent="land"), place("land")]))

    assert dict(IncidentPlace.objects.values_list("key", "direct")) == {"town": True, "land": False}


def test_whoever_is_held_responsible_is_linked_with_what_it_is_part_of() -> None:
    publish(
        record(
            responsible(1, "branch", Attribution.SELF_CLAIMED),
            entities=[actor("branch", part_of="group", part_as=PartAs.BRANCH), actor("group")],
        )
    )

    assert set(IncidentActor.objects.values_list("key", "attribution", "direct")) == {
        ("branch", "self_claimed", True),
        ("group", "self_claimed", False),
    }


def test_a_suspicion_about_the_context_holds_nobody_responsible() -> None:
    publish(record(responsible(1, "group", Attribution.SUSPECTED, about=About.CONTEXT)))

    assert list(IncidentActor.objects.values_list("key", "attribution")) == [("group", "")]


def test_what_incidents_share_is_shown_as_the_latest_edition_has_it() -> None:
    publish(record(count(1, exactly(3)), entities=[source("s1", title="Old")], id="a"))
    publish(record(count(1, exactly(3)), entities=[source("s1", title="New")], id="b"))

    assert SourceEntry.objects.get().name == "New"


def test_what_incidents_share_falls_back_when_the_latest_is_retracted() -> None:
    publish(record(count(1, exactly(3)), entities=[source("s1", title="Old")], id="a"))
    publish(record(count(1, exactly(3)), entities=[source("s1", title="New")], id="b"))
    retract("b")

    assert SourceEntry.objects.get().name == "Old"


def test_an_actor_that_no_current_edition_holds_disappears() -> None:
    publish(record(responsible(1, "group")))
    publish(record(count(2, exactly(3))))

    assert not ActorEntry.objects.exists()


def test_a_catalogue_that_was_kept_up_needs_no_mending() -> None:
    publish(record(count(1, exactly(3)), responsible(2, "group"), attacks=2, date="2024-02-07"))

    assert list(catalogue.check()) == []


def test_a_stale_row_is_named_and_mended() -> None:
    publish(record(count(1, exactly(3))))
    IncidentEntry.objects.update(title="Changed by hand")

    assert [str(one) for one in catalogue.check()] == [
        "incident event-1: 1 × IncidentEntry missing or stale",
        "incident event-1: 1 × IncidentEntry should not be there",
    ]
    list(catalogue.reindex())
    assert list(catalogue.check()) == []


def test_an_entity_that_should_not_be_there_is_named_and_removed() -> None:
    edition = publish(record(count(1, exactly(3))))
    ActorEntry.objects.create(key="stranger", name="Stranger", edition=edition, kind="person")

    assert [str(one) for one in catalogue.check()] == ["actors stranger: should not be there"]
    list(catalogue.reindex())
    assert list(catalogue.check()) == []


def test_a_catalogue_is_made_anew_from_editions_alone() -> None:
    editions.append(record(count(1, exactly(3)), id="a"))
    editions.append(record(count(1, exactly(3)), id="b"))
    editions.retract("b", reason="It never happened.")

    list(catalogue.reindex())

    assert [entry.key for entry in IncidentEntry.objects.all()] == ["a"]
    assert list(catalogue.check()) == []


MOMENTS = [datetime(2026, 1, day, tzinfo=UTC) for day in (1, 2)]
STEPS = st.tuples(st.sampled_from("abc"), st.one_of(st.none(), records()), st.sampled_from(MOMENTS))


@given(steps=st.lists(STEPS, min_size=2, max_size=5))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_history_leaves_the_catalogue_that_a_rebuild_would_make(
    steps: list[tuple[str, Record | None, datetime]],
) -> None:
    with transaction.atomic():
        for incident, published, at in steps:
            take(incident, published, at)
        differences = list(catalogue.check())
        transaction.set_rollback(True)

    assert differences == []


def take(incident: str, published: Record | None, at: datetime) -> None:
    """Publish the record as the incident's, or retract the incident if it can be."""
    current = Edition.objects.for_incident(incident).current().first()
    if published is not None:
        publish(for_readers(published.model_copy(update={"id": incident})), at=at)
    elif current and not current.is_retraction:
        retract(incident)


def test_an_older_edition_never_takes_the_place_of_the_current_one() -> None:
    older = editions.append(for_readers(record(count(1, exactly(3)))))
    newer = editions.append(for_readers(record(count(1, exactly(4)))))
    catalogue.index(newer)
    catalogue.index(older)

    assert IncidentEntry.objects.get().edition == newer
    assert list(catalogue.check()) == []


def test_what_an_earlier_edition_said_is_taken_out_without_a_join() -> None:
    publish(for_readers(record(count(1, exactly(3)))))
    with CaptureQueriesContext(connection) as context:
        publish(for_readers(record(count(1, exactly(4)))))

    deleting = [query["sql"] for query in context.captured_queries if query["sql"].startswith("DELETE")]
    assert any("archive_citationentry" in sql for sql in deleting)
    assert [sql for sql in deleting if "JOIN" in sql] == []
    assert CitationEntry.objects.count() == 1
