"""A renamed entity reaches the published incidents that show it, through the queue."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from archive import catalogue, editions
from archive.models import ActorEntry, Edition, IncidentEntry
from incidents.load import load
from incidents.maintenance import renew_later
from incidents.models import Actor, Incident, Job, JobState, Subject
from incidents.publishing import publish, redact, retract
from tests.builders import count, exactly, record, responsible
from tests.incidents.desk import person
from tests.incidents.queue import numbers, published, rename, shown, work_off

pytestmark = pytest.mark.django_db(transaction=True)

FIRST, MAINTENANCE = (1, "first"), (2, "maintenance")


def ask(**more: object) -> Job:
    job = renew_later(Subject.ACTORS, "group", **{"by": None} | more)  # type: ignore[arg-type]
    assert job is not None
    return job


def test_a_renamed_actor_is_shown_by_its_new_name_once_the_queue_has_run() -> None:
    published(1, 2)
    rename("The Front")
    ask()
    assert shown(1) == "Actor group"
    work_off()

    assert [shown(1), shown(2)] == ["The Front", "The Front"]
    assert ActorEntry.objects.get(key="group").name == "The Front"
    assert list(catalogue.check()) == []
    assert list(editions.verify()) == []


def test_the_edition_is_one_of_maintenance_and_says_who_is_called_how() -> None:
    published(1)
    rename("The Front")
    ask()
    work_off()

    assert numbers(1) == [FIRST, MAINTENANCE]
    assert Edition.objects.get(number=2).note == "“Actor group” is now “The Front”."


def test_maintenance_is_no_update_to_readers() -> None:
    published(1)
    before = IncidentEntry.objects.get().updated_at
    rename()
    ask()
    work_off()

    assert IncidentEntry.objects.get().updated_at == before


def test_edits_that_wait_at_the_desk_stay_there() -> None:
    published(1)
    Incident.objects.update(title="A waiting title")
    rename()
    ask()
    work_off()

    assert IncidentEntry.objects.get().title == "An event"


def test_who_asked_is_in_the_incidents_log() -> None:
    published(1)
    rename()
    editor = person("editor")
    ask(by=editor)
    work_off()

    assert "Maintenance, edition 2" in LogEntry.objects.get(user=editor).change_message


def test_nobody_asks_for_what_no_published_incident_shows() -> None:
    load(record(responsible(1, "group")))

    assert renew_later(Subject.ACTORS, "group", by=None) is None
    assert not Job.objects.exists()


def test_an_incident_that_says_so_already_gets_no_edition() -> None:
    published(1)
    ask()
    work_off()

    assert numbers(1) == [FIRST]
    assert (Job.objects.get().done, Job.objects.get().renewed) == (1, 0)


def test_renewing_twice_makes_one_edition() -> None:
    published(1)
    rename()
    for _ in range(2):
        ask()
        work_off()

    assert numbers(1) == [FIRST, MAINTENANCE]
    assert Job.objects.filter(state=JobState.DONE).count() == 2


def test_a_job_that_has_not_begun_serves_for_two_askings() -> None:
    published(1)
    rename("The Front")
    first = ask()
    rename("The Union")

    assert ask() == first
    work_off()
    assert shown(1) == "The Union"
    assert numbers(1) == [FIRST, MAINTENANCE]


def test_incidents_whose_figures_would_change_are_left_to_an_editor() -> None:
    published(1)
    claims: list[Any] = [
        count(1, exactly(3), claimant={"actor": "group"}),
        count(2, exactly(9)),
        responsible(3, "whole"),
    ]
    publish(load(record(*claims, id="event-2")), by=None)
    Actor.objects.filter(key="group").update(part_of=Actor.objects.get(key="whole"), part_as="media_arm")
    ask()
    work_off()

    job = Job.objects.get()
    assert (job.state, job.done, job.renewed) == (JobState.DONE, 2, 1)
    assert [str(each) for each in job.left_alone.all()] == [
        "event-2: Its figures would change: look at it and publish it."
    ]
    assert numbers(2) == [FIRST]


def test_retracted_and_redacted_incidents_stay_closed() -> None:
    published(1, 2, 3)
    retract(Incident.objects.get(key="event-1"), by=None, reason="It never happened.")
    redact(Edition.objects.get(incident="event-2"), by=None, reason="A court order")
    rename()
    ask()
    work_off()

    assert [numbers(2), numbers(3)] == [[FIRST], [FIRST, MAINTENANCE]]
    assert Edition.objects.for_incident("event-1").current().get().is_retraction


def test_merged_actors_become_the_one_that_stayed() -> None:
    publish(load(record(responsible(1, "a"), responsible(2, "b"), id="event-1")), by=None)
    load(record(responsible(1, "group"), id="event-2"))
    ask(instead_of=["a", "b"])
    work_off()

    edition = Edition.objects.for_incident("event-1").current().get()
    assert [each.key for each in edition.record.actors] == ["group"]
    assert edition.note == "“Actor a” is now “Actor group”. “Actor b” is now “Actor group”."
    assert list(catalogue.check()) == []


def test_what_the_desk_has_no_more_fails_the_job_with_the_reason() -> None:
    published(1)
    Incident.objects.all().delete()
    job = ask()
    Actor.objects.all().delete()
    work_off()

    job.refresh_from_db()
    assert (job.state, job.error) == (
        JobState.FAILED,
        "The desk has no actor group any more: it was deleted or merged.",
    )


def test_a_contributors_change_is_held_until_an_editor_starts_it() -> None:
    published(1)
    rename()
    job = ask(by=person("contributor"))
    work_off()

    assert job.state == JobState.HELD
    assert shown(1) == "Actor group"


def test_an_editors_change_lets_out_what_was_held() -> None:
    published(1)
    rename()
    held = ask(by=person("contributor"))

    assert ask(by=person("editor")) == held
    work_off()
    assert shown(1) == "The Front"


def test_a_contributors_change_holds_what_has_not_begun() -> None:
    published(1)
    ask(by=person("editor"))
    rename()
    ask(by=person("contributor"))
    work_off()

    assert Job.objects.get().state == JobState.HELD
    assert shown(1) == "Actor group"


def test_readers_see_the_new_name_on_the_page(client: Client) -> None:
    published(1)
    rename("The Front")
    ask()
    work_off()

    assert "The Front" in client.get("/incidents/event-1/", follow=True).content.decode()
    assert "“Actor group” is now “The Front”." in client.get("/incidents/event-1/history/").content.decode()
