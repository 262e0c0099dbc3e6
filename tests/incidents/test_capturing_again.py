"""A website that is busy is asked again later, and no website is asked faster than it should be."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from incidents.jobs import capturing
from incidents.jobs.capturing import ask_for_copy
from incidents.models import RunningWorker
from sources.captures.policy.again import TRIES
from sources.models import Capture, CaptureRequest, RequestState, Source
from tests.incidents.captured import article, only_copy, source_at, worker_may_ask
from tests.incidents.desk import at_the_desk
from tests.incidents.queue import work_off
from tests.incidents.saved import time_passes, work_on
from tests.sources.captures.websites import Website, answer, website

pytestmark = pytest.mark.django_db(transaction=True)

BUSY = answer(b"", "Retry-After: 600", status="429 Too Many Requests")
DOWN = answer(b"", status="503 Service Unavailable")


def now(request: CaptureRequest | None) -> CaptureRequest:
    assert request is not None
    return CaptureRequest.objects.get(pk=request.pk)


def page_of(source: Source) -> str:
    page = at_the_desk("contributor").get(f"/desk/sources/source/{source.pk}/change/")
    return page.content.decode()


def test_a_website_that_is_busy_is_asked_again_after_the_time_that_it_wants(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with worker_may_ask(monkeypatch, BUSY, article()) as site:
        source = source_at(site.at())
        request = ask_for_copy(source, by=None)
        work_on(2, seconds=500)
        assert len(site.asked) == 1
        assert "It is tried again at" in page_of(source)
        work_off()

    assert (now(request).state, now(request).capture) == (RequestState.DONE, only_copy())
    assert now(request).error == ""


def test_a_website_that_stays_away_is_given_up_and_it_is_told_how_often_it_was_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with worker_may_ask(monkeypatch, DOWN) as site:
        source = source_at(site.at())
        request = ask_for_copy(source, by=None)
        work_on(TRIES + 2, seconds=8000)

    assert len(site.asked) == TRIES
    assert now(request).state == RequestState.FAILED
    assert f"it was tried {TRIES} times" in page_of(source)


def test_a_page_that_is_not_there_is_not_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with worker_may_ask(monkeypatch, answer(b"", status="404 Not Found")) as site:
        request = ask_for_copy(source_at(site.at()), by=None)
        work_on(2, seconds=8000)

    assert len(site.asked) == 1
    assert now(request).state == RequestState.FAILED


def test_whoever_asks_while_another_try_waits_need_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    with worker_may_ask(monkeypatch, DOWN, article()) as site:
        source = source_at(site.at())
        request = ask_for_copy(source, by=None)
        work_off()
        assert ask_for_copy(source, by=None) == request
        work_off()

    assert now(request).state == RequestState.DONE
    assert len(site.asked) == 2


def a_worker_that_keeps_apart(monkeypatch: pytest.MonkeyPatch, site: Website) -> None:
    monkeypatch.setattr(capturing, "RULES", site.rules(seconds_apart=20.0))


def test_pages_of_one_website_are_fetched_apart_and_those_of_others_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with website(article()) as site:
        a_worker_that_keeps_apart(monkeypatch, site)
        hosts = ["paper.example", "paper.example", "paper.example", "agency.example"]
        for number, host in enumerate(hosts):
            ask_for_copy(source_at(site.at(f"/{number}", host=host), f"text-{number}"), by=None)
        work_off()
        assert fetched() == {"text-0", "text-3"}
        time_passes(21)
        work_off()
        assert fetched() == {"text-0", "text-1", "text-3"}
        time_passes(21)
        work_off()

    assert len(fetched()) == 4


def test_no_two_workers_ask_one_website(monkeypatch: pytest.MonkeyPatch) -> None:
    with website(article()) as site:
        a_worker_that_keeps_apart(monkeypatch, site)
        first = ask_for_copy(source_at(site.at("/a"), "a"), by=None)
        second = ask_for_copy(source_at(site.at("/b"), "b"), by=None)
        another_worker_is_at(now(first))
        work_off()

    assert now(second).state == RequestState.WAITING
    assert not site.asked


def another_worker_is_at(request: CaptureRequest) -> None:
    """It has been for longer than two pages are apart."""
    assert request.delivery is not None
    RunningWorker.objects.create(key="another")
    DBTaskResult.objects.get(pk=request.delivery).claim("another")
    request.state, request.begun_at = RequestState.RUNNING, timezone.now() - timedelta(minutes=1)
    request.save()


def fetched() -> set[str]:
    return set(Capture.objects.values_list("source__key", flat=True))
