"""The desk's page of background work."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from incidents.load import load
from incidents.models import Job, JobState, LeftAlone, RunningWorker
from tests.builders import record
from tests.incidents.desk import at_the_desk

pytestmark = pytest.mark.django_db

LIST = "/desk/incidents/job/"
FAILED: dict[str, Any] = {"state": "failed", "error": "The desk has no actor group any more."}


def job(**columns: Any) -> Job:
    return Job.objects.create(**{"subject": "actors", "key": "group"} | columns)


def page(job: Job) -> str:
    return f"{LIST}{job.pk}/change/"


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("role", ["contributor", "reviewer", "editor", "curator"])
def test_everybody_at_the_desk_sees_how_far_a_job_has_come(role: str) -> None:
    running = job(state="running", total=12, done=5, started_at="2024-02-08T00:00Z")

    client = at_the_desk(role)

    assert "5 of 12" in read(client, LIST)
    assert '<progress aria-labelledby="looked-at" value="5" max="12">' in read(client, page(running))


def test_a_failed_job_says_why() -> None:
    failed = job(**FAILED)

    assert "The desk has no actor group any more." in read(at_the_desk("editor"), page(failed))
    assert [each.pk for each in Job.objects.failed()] == [failed.pk]


def test_the_list_of_jobs_says_why_one_failed() -> None:
    job(**FAILED)

    assert "failed: The desk has no actor group any more." in read(at_the_desk("editor"), LIST)


def test_failed_jobs_have_a_list_of_their_own() -> None:
    job(**FAILED)
    job(key="other", state="done")

    assert at_the_desk("editor").get(f"{LIST}?state__exact=failed").context["cl"].result_count == 1


def test_what_was_left_alone_is_listed_with_its_page_at_the_desk() -> None:
    incident = load(record(id="event-1"))
    done = job(state="done", total=2, done=2)
    LeftAlone.objects.create(job=done, incident="event-1", reason="Its figures would change.")
    LeftAlone.objects.create(job=done, incident="gone", reason="Its figures would change.")
    text = read(at_the_desk("editor"), page(done))

    assert f'<a href="/desk/incidents/incident/{incident.pk}/change/">event-1</a>' in text
    assert "gone: Its figures would change." in text


def test_of_much_that_was_left_alone_the_rest_is_counted() -> None:
    done = job(state="done")
    LeftAlone.objects.bulk_create(
        LeftAlone(job=done, incident=f"event-{number}", reason="Look.") for number in range(103)
    )

    assert "And 3 more." in read(at_the_desk("editor"), page(done))


@pytest.mark.parametrize("role", ["editor", "curator"])
@pytest.mark.parametrize("stopped", [FAILED, {"state": "held"}], ids=["failed", "held"])
def test_an_editor_starts_a_stopped_job(role: str, stopped: dict[str, Any]) -> None:
    found = job(**stopped)
    client = at_the_desk(role)
    assert "/start/" in client.get(page(found)).content.decode()
    assert client.post(f"{LIST}{found.pk}/start/").status_code == 302

    started = Job.objects.get()
    assert (started.state, started.error) == (JobState.WAITING, "")
    assert DBTaskResult.objects.ready().get().pk == started.delivery


@pytest.mark.parametrize("role", ["contributor", "reviewer"])
def test_others_do_not_start_it(role: str) -> None:
    found = job(**FAILED)
    client = at_the_desk(role)

    assert "/start/" not in client.get(page(found)).content.decode()
    assert client.post(f"{LIST}{found.pk}/start/").status_code == 403
    assert Job.objects.get().state == JobState.FAILED


def test_a_job_that_is_done_is_not_started() -> None:
    done = job(state="done")
    at_the_desk("editor").post(f"{LIST}{done.pk}/start/")

    assert Job.objects.get().state == JobState.DONE


def test_a_job_is_started_by_a_form_alone() -> None:
    assert at_the_desk("editor").get(f"{LIST}{job(**FAILED).pk}/start/").status_code == 405


@pytest.mark.parametrize("number", ["0", "abc", "9" * 30, "%00"])
def test_a_job_that_is_not_there_leads_back_to_the_desk(number: str) -> None:
    client = at_the_desk("editor")

    assert client.get(f"{LIST}{number}/change/").status_code == 302
    assert client.post(f"{LIST}{number}/start/").status_code == 302


@pytest.mark.parametrize("asked", ["key__exact=", "q=%20", "p=99999999999999999999", "o=-99", "pk=abc"])
def test_a_bad_question_is_answered_or_led_back(asked: str) -> None:
    assert at_the_desk("editor").get(f"{LIST}?{asked}").status_code in (200, 302)


def test_nobody_writes_jobs_by_hand() -> None:
    client = at_the_desk("curator")

    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}{job().pk}/delete/", {"post": "yes"}).status_code == 403


def test_the_page_says_whether_a_worker_runs() -> None:
    client = at_the_desk("editor")
    assert "No worker is running." in read(client, LIST)
    RunningWorker.objects.create(key="worker")

    assert "A worker is running." in read(client, LIST)


def test_the_list_takes_the_same_queries_for_few_jobs_and_for_many() -> None:
    client = at_the_desk("editor")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(LIST).status_code == 200
        return len(captured)

    LeftAlone.objects.create(job=job(), incident="event-1", reason="Look.")
    client.get(LIST)
    few = queries()
    for number in range(5):
        LeftAlone.objects.create(job=job(key=f"actor-{number}"), incident="event-1", reason="Look.")

    assert queries() == few
