"""Who finds no place among those who are answered is told when to come again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Semaphore

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.test import RequestFactory, override_settings

from archive import crowd
from archive.crowd import Crowd, closers

ASKED = RequestFactory().get("/incidents/")


class Room:
    """A reading room with one place, whose visitors stay until they are let go."""

    def __init__(self) -> None:
        self.arrived, self.let_go = Semaphore(0), Event()
        with override_settings(REQUESTS_AT_ONCE=1):
            self.crowd = Crowd(self.stay)

    def stay(self, request: HttpRequest) -> HttpResponse:
        self.arrived.release()
        assert self.let_go.wait(10)
        return HttpResponse("a page")

    @contextmanager
    def visited(self) -> Iterator[Callable[[], HttpResponseBase]]:
        """While somebody is in it; gives what asks for a place too."""
        with ThreadPoolExecutor(3) as visitors:
            first = visitors.submit(self.crowd, ASKED)
            self.arrived.acquire()
            try:
                yield lambda: self.crowd(ASKED)
            finally:
                self.let_go.set()
            assert first.result().status_code == 200


def test_who_finds_no_place_for_a_while_is_told_when_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd, "PATIENCE", 0.05)
    with Room().visited() as ask:
        refused = ask()

    assert refused.status_code == 503
    assert refused.headers["Retry-After"]


def test_who_waits_gets_the_place_that_becomes_free() -> None:
    room = Room()
    with room.visited(), ThreadPoolExecutor(1) as others:
        waiting = others.submit(room.crowd, ASKED)
        room.let_go.set()

        assert waiting.result(10).status_code == 200


def test_where_enough_wait_the_next_one_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd, "PATIENCE", 10)
    room = Room()
    with room.visited() as ask:
        assert room.crowd.waiting.acquire(blocking=False)

        assert ask().status_code == 503


@override_settings(REQUESTS_AT_ONCE=1)
def test_a_file_keeps_no_page_waiting_and_the_next_file_is_refused_until_it_is_sent() -> None:
    pages, files = (
        Crowd(lambda request: HttpResponse("a page")),
        Crowd(lambda request: StreamingHttpResponse(["a file"])),
    )
    pages.places = files.places
    first = files(ASKED)

    assert pages(ASKED).status_code == 200
    assert files(ASKED).status_code == 503
    for close in closers(first):
        close()
    assert files(ASKED).status_code == 200


@override_settings(REQUESTS_AT_ONCE=1)
def test_a_file_that_nobody_closes_keeps_its_place_no_longer_than_it_is_there() -> None:
    files = Crowd(lambda request: StreamingHttpResponse(["a file"]))
    for _ in range(3):
        assert files(ASKED).status_code == 200


@override_settings(REQUESTS_AT_ONCE=1)
def test_a_failure_gives_its_place_back() -> None:
    def fail(request: HttpRequest) -> HttpResponse:
        raise ValueError("broken")

    failing = Crowd(fail)
    for _ in range(3):
        with pytest.raises(ValueError, match="broken"):
            failing(ASKED)
