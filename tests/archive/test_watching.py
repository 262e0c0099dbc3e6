"""What an operator asks is answered in words, for programs and as metrics; a trouble is one in each."""

from __future__ import annotations

import json
from datetime import timedelta
from io import StringIO
from socket import AF_UNIX, socket
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from archive import meters
from archive.watching.facts import Fact, Section, as_json, in_bytes, in_time, in_words, troubles
from incidents.jobs.work import work_off
from incidents.models import Job, RunningWorker, Subject
from tests.archive.events import balochistan
from tests.archive.published import publish

PORT = "9100"


def status(**options: Any) -> tuple[str, str]:
    """What `manage.py status` prints, and what it says needs a hand."""
    out = StringIO()
    try:
        call_command("status", stdout=out, **options)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


def metrics(client: Client, address: str = "/metrics", port: str = PORT) -> Any:
    with override_settings(METRICS_PORT=PORT):
        return client.get(address, SERVER_PORT=port)


def test_a_fact_says_its_value_unless_it_has_words_for_it() -> None:
    sections = [
        Section(
            "Part", [Fact("a", "one", 1), Fact("b", "two", 2, "a pair", "Mend it."), Fact("c", "x", None)]
        )
    ]

    assert [line.split() for line in in_words(sections).splitlines()] == [
        ["Part"],
        ["one", "1"],
        ["!", "two", "a", "pair"],
        ["x", "not", "known", "here"],
    ]
    assert json.loads(as_json(sections)) == {"a": 1, "b": 2, "c": None, "troubles": ["Mend it."]}
    assert troubles(sections) == ["Mend it."]


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 B"), (1536, "1.5 kB"), (2_000_000_000, "2.0 GB"), (3e15, "3000.0 TB")]
)
def test_sizes_are_said_in_steps_of_a_thousand(size: float, said: str) -> None:
    assert in_bytes(size) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(61, "61 seconds"), (150, "2 minutes"), (7300, "2 hours"), (200_000, "2 days")]
)
def test_times_are_said_in_the_largest_unit_of_which_there_are_two(seconds: float, said: str) -> None:
    assert in_time(seconds) == said


@pytest.mark.django_db
def test_an_archive_that_is_well_says_so_on_one_screen() -> None:
    publish(balochistan())
    RunningWorker.objects.create(key="alive")

    said, trouble = status()

    assert trouble == ""
    assert len(said.splitlines()) < 40
    assert [line for line in said.splitlines() if line.startswith("  editions")] == [
        "  editions               1"
    ]


@pytest.mark.django_db
def test_whatever_needs_a_hand_is_said_and_the_command_ends_with_an_error() -> None:
    Job.objects.create(subject=Subject.ACTORS, key="group", state="failed", error="It broke.")
    long_ago = timezone.now() - timedelta(hours=3)
    DBTaskResult.objects.filter(pk=work_off.enqueue(job=1).id).update(enqueued_at=long_ago)

    said, trouble = status(for_programs=True)
    facts = json.loads(said)

    assert (facts["queue_waiting"], facts["queue_failed"], facts["workers"]) == (1, 1, 0)
    assert facts["queue_oldest_seconds"] == pytest.approx(3 * 3600, abs=60)
    assert facts["troubles"] == [line for line in trouble.splitlines() if line][1:]
    assert [word in trouble for word in ("3 hours", "1 jobs", "No worker lives")] == [True] * 3


@pytest.mark.django_db
def test_a_table_that_is_missing_is_a_trouble_and_no_traceback() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE incidents_runningworker RENAME TO incidents_elsewhere")

    assert "The database does not answer" in status()[1]


@pytest.mark.django_db
def test_metrics_are_told_at_their_own_port_alone_and_nothing_else_is() -> None:
    client = Client()

    assert metrics(client).status_code == 200
    assert metrics(client, "/healthz").status_code == 200
    assert metrics(client, "/").status_code == 404
    assert metrics(client, port="80").status_code == 404
    assert client.get("/metrics", SERVER_PORT=PORT).status_code == 404


@pytest.mark.django_db
def test_who_names_the_port_of_the_metrics_beside_the_host_does_not_get_them() -> None:
    # Behind a socket that is a file, gunicorn knows no other port than the one that the reader says.
    with socket(AF_UNIX) as file, override_settings(METRICS_PORT=PORT):
        said = Client().get("/metrics", SERVER_PORT=PORT, **{"gunicorn.socket": file})  # type: ignore[arg-type]

    assert said.status_code == 404
    assert "archive_" not in said.content.decode()


@pytest.mark.django_db
def test_metrics_count_by_the_pattern_of_an_address_and_name_nobody() -> None:
    incident = balochistan()
    publish(incident)
    client = Client()
    for address in (f"/incidents/{incident.id}/", "/incidents/?q=secret+words", "/none/secret+words"):
        client.get(address, follow=True, REMOTE_ADDR="203.0.113.9")
    client.generic("SECRETWORD", "/")

    said = metrics(client).content.decode()

    route = 'route="incidents/<slug:incident>/"'
    assert f'archive_requests_total{{method="GET",{route},status="301"}}' in said
    assert f'archive_request_seconds_bucket{{le="0.005",{route}}}' in said
    assert 'archive_kept_total{found="no",what="pages"}' in said
    assert {"archive_editions 1.0", "archive_queue_waiting 0.0"} <= {*said.splitlines()}
    assert not [word for word in (incident.id, "secret", "SECRETWORD", "203.0.113") if word in said]


def test_what_counts_nothing_takes_whatever_is_counted() -> None:
    nothing = meters.Nothing().labels("a", "b")
    nothing.inc()
    nothing.observe(1)
