"""A copy that was asked for is made by a worker; one that is killed in the middle loses nothing."""

from __future__ import annotations

import gzip
import signal
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.conf import settings
from warcio.archiveiterator import ArchiveIterator

from incidents.jobs import delivery
from incidents.jobs.capturing import ask_for_copy, take_up_lost_captures
from sources.captures.keeping import path_of, sha256
from sources.models import Capture, CaptureRequest, Means, RequestState
from tests.incidents.captured import SENTENCE, article, only_copy, source_at, worker_may_ask
from tests.incidents.queue import work_off
from tests.incidents.test_worker_killed import a_minute_passes, worker_killed
from tests.sources.captures.documents import page
from tests.sources.captures.websites import answer, sends_on

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_copy_holds_text_response_and_where_they_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    with worker_may_ask(monkeypatch, sends_on("/b"), article()) as site:
        request = ask_for_copy(source_at(site.at("/a")), by=None)
        work_off()

    copy = only_copy()
    assert SENTENCE in copy.text
    assert (copy.how, copy.status, copy.media_type) == (Means.FETCHED, 200, "text/html")
    assert (copy.asked, copy.address) == (site.at("/a"), site.at("/b"))
    assert copy.response_sha256 == sha256(page(SENTENCE))
    assert request is not None
    request.refresh_from_db()
    assert (request.state, request.capture) == (RequestState.DONE, copy)


def test_the_response_is_kept_as_it_came_in_a_web_archive_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(page(SENTENCE))
    odd = "X-Odd: Zwölf ✓"
    with worker_may_ask(monkeypatch, answer(packed, "Content-Encoding: gzip", odd)) as site:
        ask_for_copy(source_at(site.at()), by=None)
        work_off()

    path = path_of(only_copy().stored)
    assert path.name == f"{sha256(path.read_bytes())}.warc.gz"
    with path.open("rb") as file:
        (record,) = list(_read(ArchiveIterator(file, check_digests="raise")))
    assert record == ("response", site.at(), "200 OK", "gzip", page(SENTENCE))


def _read(records: ArchiveIterator) -> Iterator[tuple[object, ...]]:
    for record in records:
        headers = record.http_headers
        yield (
            record.rec_type,
            record.rec_headers.get_header("WARC-Target-URI"),
            headers.statusline,
            headers.get_header("Content-Encoding"),
            record.content_stream().read(),
        )


def test_why_no_copy_was_made_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with worker_may_ask(monkeypatch, answer(b"", status="404 Not Found")) as site:
        ask_for_copy(source_at(site.at()), by=None)
        work_off()

    request = CaptureRequest.objects.failed().get()
    assert request.error.startswith("The website has no such page")
    assert not Capture.objects.exists()
    assert not [path for path in settings.CAPTURES_DIR.rglob("*") if path.is_file()]


def test_what_is_asked_for_twice_is_fetched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with worker_may_ask(monkeypatch, article()) as site:
        source = source_at(site.at())
        assert ask_for_copy(source, by=None) == ask_for_copy(source, by=None)
        work_off()
        assert ask_for_copy(source, by=None) is not None

    assert len(site.asked) == 1


def test_a_source_without_an_address_is_not_fetched() -> None:
    assert ask_for_copy(source_at(""), by=None) is None
    assert not CaptureRequest.objects.exists()


def test_a_second_worker_makes_the_copy_that_a_killed_one_began(monkeypatch: pytest.MonkeyPatch) -> None:
    with worker_may_ask(monkeypatch, article()) as site:
        request = ask_for_copy(source_at(site.at()), by=None)
        assert request is not None
        assert worker_killed("within", str(site.port), "dying_capture") == signal.SIGKILL
        request.refresh_from_db()
        assert request.state == RequestState.RUNNING
        assert not Capture.objects.exists()
        a_minute_passes()
        work_off()

    request.refresh_from_db()
    assert (request.state, request.capture) == (RequestState.DONE, only_copy())
    assert path_of(only_copy().stored).exists()


def test_a_copy_that_kills_every_worker_is_given_up_with_the_reason() -> None:
    ask_for_copy(source_at("http://paper.example/"), by=None)
    for _ in range(delivery.ATTEMPTS):
        # Its row of the queue is one that no living worker has.
        CaptureRequest.objects.update(state=RequestState.RUNNING, delivery=uuid4())
        take_up_lost_captures()

    assert CaptureRequest.objects.failed().get().error.startswith("Its worker ended 3 times")


def test_a_copy_that_is_deleted_takes_its_file_along(monkeypatch: pytest.MonkeyPatch) -> None:
    with worker_may_ask(monkeypatch, article()) as site:
        ask_for_copy(source_at(site.at()), by=None)
        work_off()
    copy = only_copy()
    copy.delete()

    assert not path_of(copy.stored).exists()
