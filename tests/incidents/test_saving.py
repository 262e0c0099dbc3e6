"""What was fetched is saved at the Wayback Machine too, within its limits, and what came of it is told."""

from __future__ import annotations

import signal
from urllib.parse import quote_plus

import pytest
from django.conf import settings
from django.test import Client

from archive.models import Edition
from incidents.jobs.capturing import ask_for_copy
from incidents.jobs.saving import save_again, save_too, take_up_lost_saves
from incidents.load import load
from incidents.publishing import publish
from sources.captures.policy.again import TRIES
from sources.models import Capture, SaveState, Source, WaybackSave
from tests.builders import count, exactly, record
from tests.incidents.captured import article, source_at, worker_may_ask
from tests.incidents.desk import at_the_desk
from tests.incidents.queue import work_off
from tests.incidents.rows import A_DAY
from tests.incidents.saved import (
    PAGE,
    PENDING,
    SAVED,
    STAMP,
    TAKEN,
    says,
    time_passes,
    wayback_machine,
    work_on,
)
from tests.incidents.test_worker_killed import a_minute_passes, worker_killed
from tests.sources.captures.websites import answer

pytestmark = pytest.mark.django_db(transaction=True)


def a_copy(source: Source) -> Capture:
    return Capture.objects.create(source=source, captured_at=A_DAY, text="Text", asked=PAGE)


def a_save(key: str = "text") -> WaybackSave:
    """One that waits for a worker."""
    copy = a_copy(source_at(PAGE, key))
    save_too(copy)
    return copy.wayback_save


def now(save: WaybackSave) -> WaybackSave:
    return WaybackSave.objects.get(pk=save.pk)


def copy_at() -> str:
    return f"{settings.WAYBACK_URL}/web/{STAMP}/{PAGE}"


def test_what_was_fetched_is_saved_and_copy_and_source_name_the_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (
        worker_may_ask(monkeypatch, article()) as site,
        wayback_machine(says(TAKEN), says(PENDING), says(SAVED)) as service,
    ):
        source = source_at(site.at("/blast?a=1&b=2"))
        ask_for_copy(source, by=None)
        work_on(3)
        address = copy_at()

    assert Capture.objects.get().archive_url == address
    assert Source.objects.get().archive_url == address
    asked, *looks = service.asked
    assert asked.startswith("POST /save HTTP")
    assert "Authorization: LOW key:secret" in asked
    assert f"url={quote_plus(source.url)}&" in asked
    assert [look.split()[1] for look in looks] == ["/save/status/spn2-1a2b"] * 2


def test_nothing_is_saved_where_there_is_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    with worker_may_ask(monkeypatch, article()) as site:
        ask_for_copy(source_at(site.at()), by=None)
        work_off()

    assert Capture.objects.exists()
    assert not WaybackSave.objects.exists()


def test_an_archived_copy_that_the_source_names_stays() -> None:
    with wayback_machine(says(TAKEN), says(SAVED)):
        a_save()
        Source.objects.update(archive_url="https://elsewhere.example/")
        work_on(2)
        assert Capture.objects.get().archive_url == copy_at()

    assert Source.objects.get().archive_url == "https://elsewhere.example/"


def test_readers_of_published_incidents_come_to_see_the_address() -> None:
    publish(load(record(count(1, exactly(3)), id="event-1")), by=None)
    with wayback_machine(says(TAKEN), says(SAVED)):
        save_too(a_copy(Source.objects.get()))
        work_on(3)
        address = copy_at()

    edition = Edition.objects.for_incident("event-1").current().get()
    assert edition.record.sources[0].archive_url == address


def test_a_copy_that_is_there_already_is_taken_as_it_is() -> None:
    there = answer(b"", f"Location: /web/{STAMP}/{PAGE}", status="302 Found")
    with wayback_machine(says({"url": PAGE, "job_id": None, "message": "The same …"}), there):
        save = a_save()
        work_off()
        assert Capture.objects.get().archive_url == copy_at()

    assert now(save).state == SaveState.DONE


def test_one_page_is_saved_at_a_time_and_the_next_one_after_a_while() -> None:
    with wayback_machine(*[says(TAKEN), says(SAVED)] * 2) as service:
        first, second = a_save("a"), a_save("b")
        work_off()
        assert [now(each).state for each in (first, second)] == [SaveState.RUNNING, SaveState.WAITING]
        assert len(service.asked) == 1
        time_passes()
        work_on(4)

    assert {now(each).state for each in (first, second)} == {SaveState.DONE}


def test_a_service_that_is_busy_is_asked_again_after_the_time_that_it_wants(desk: Client) -> None:
    busy = says({"message": "Wait."}, "Retry-After: 3600", status="429 Too Many Requests")
    with wayback_machine(busy, says(TAKEN), says(SAVED)) as service:
        save = a_save()
        work_on(1, seconds=3500)
        work_off()
        assert len(service.asked) == 1
        assert "It is tried again at" in page_of(desk)
        time_passes(200)
        work_on(2)

    assert now(save).state == SaveState.DONE


def test_a_service_that_never_takes_it_is_left_in_peace_and_can_be_asked_again(desk: Client) -> None:
    with wayback_machine(says({}, status="503 Service Unavailable")) as service:
        save = a_save()
        work_on(TRIES + 2, seconds=8000)
        assert len(service.asked) == TRIES

    assert now(save).state == SaveState.FAILED
    page = page_of(desk)
    assert "It was not saved at the Wayback Machine." in page
    assert "it answered 503" in page
    answered = desk.post(f"/desk/sources/capture/{save.capture_id}/wayback/", follow=True)
    assert "The page will be saved at the Wayback Machine." in answered.content.decode()
    assert now(save).state == SaveState.WAITING
    assert not save_again(save.capture)


def test_a_service_that_does_not_come_to_an_end_is_not_waited_for() -> None:
    with wayback_machine(says(TAKEN), says(PENDING)):
        save = a_save()
        work_on(1)
        time_passes(700)
        work_off()

    assert "not done within 10 minutes" in now(save).error
    assert now(save).state == SaveState.WAITING


def test_a_service_that_does_not_answer_takes_nothing_from_the_copy() -> None:
    with wayback_machine(lambda connection: None):
        save = a_save()
        work_off()

    assert now(save).error == "The Wayback Machine does not answer, or its answer breaks off."
    assert Capture.objects.get().text == "Text"


def test_a_page_that_waits_when_the_key_is_taken_away_is_told_of() -> None:
    with wayback_machine(says(TAKEN)):
        save = a_save()
    work_off()

    assert "WAYBACK_KEY is not set" in now(save).error


def test_a_worker_that_is_killed_while_it_asks_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with wayback_machine(says(TAKEN), says(TAKEN), says(SAVED)):
        for name in ("WAYBACK_KEY", "WAYBACK_SECRET", "WAYBACK_URL"):
            monkeypatch.setenv(name, getattr(settings, name))
        save = a_save()
        assert worker_killed("within", "", "dying_save") == signal.SIGKILL
        assert (now(save).state, now(save).job) == (SaveState.RUNNING, "")
        a_minute_passes()
        work_on(2)

    assert now(save).state == SaveState.DONE


def test_a_save_that_kills_every_worker_is_given_up_with_the_reason() -> None:
    with wayback_machine(says(TAKEN)):
        save = a_save()
    for _ in range(3):
        WaybackSave.objects.update(delivery=None)
        take_up_lost_saves()

    assert now(save).error.startswith("Its worker ended 3 times")


@pytest.fixture
def desk() -> Client:
    return at_the_desk("contributor")


def page_of(desk: Client) -> str:
    return desk.get(f"/desk/sources/source/{Source.objects.get().pk}/change/").content.decode()
