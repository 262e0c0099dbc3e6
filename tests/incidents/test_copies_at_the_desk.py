"""Copies are asked for at the desk, which tells what came of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client, override_settings

from sources.models import Capture, CaptureRequest, Means, RequestState, Source
from tests.incidents import rows
from tests.incidents.captured import article, source_at, worker_may_ask
from tests.incidents.desk import at_the_desk, shown
from tests.incidents.queue import work_off
from tests.sources.captures.websites import answer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk() -> Client:
    return at_the_desk("contributor")


def page_of(desk: Client, source: Source) -> str:
    return desk.get(f"/desk/sources/source/{source.pk}/change/").content.decode()


def test_an_editor_asks_for_a_copy_and_finds_it_on_the_sources_page(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with worker_may_ask(monkeypatch, article()) as site:
        source = source_at(site.at())
        assert "There is none: no quote from this source can be checked." in page_of(desk, source)
        desk.post(f"/desk/sources/source/{source.pk}/capture/")
        assert "waiting for a worker" in page_of(desk, source)
        work_off()

    copy = Capture.objects.get()
    page = page_of(desk, source)
    assert f"/desk/sources/capture/{copy.pk}/change/" in page
    assert "waiting for a worker" not in page
    assert (copy.how, str(copy.by)) == (Means.FETCHED, "a-contributor")


def test_why_a_copy_failed_is_told_on_the_sources_page_and_on_the_desks_home(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with worker_may_ask(monkeypatch, answer(b"", status="410 Gone")) as site:
        source = source_at(site.at())
        desk.post(f"/desk/sources/source/{source.pk}/capture/")
        work_off()

    assert "The website has no such page" in page_of(desk, source)
    assert "The website has no such page" in desk.get("/desk/").content.decode()
    found = desk.get("/desk/sources/source/?copies=failed").context["cl"].result_list
    assert list(found) == [source]


def test_a_copy_that_came_after_one_failed_ends_the_alarm(desk: Client) -> None:
    source = source_at("https://paper.example/")
    failed = CaptureRequest.objects.create(source=source, state=RequestState.FAILED, error="Gone.")
    assert "could not be made" in page_of(desk, source)

    Capture.objects.create(source=source, captured_at=failed.asked_at + timedelta(minutes=1), text="85 dead")

    assert "could not be made" not in page_of(desk, source)
    assert not CaptureRequest.objects.failed().exists()


def test_copies_of_one_minute_are_told_apart_by_their_words(desk: Client) -> None:
    source = source_at("")
    for second, text in enumerate(["", "dead", "85 dead\r\n\r\nMore to come"]):
        Capture.objects.create(
            source=source, captured_at=datetime(2024, 2, 8, 9, 0, second, tzinfo=UTC), text=text
        )

    page = page_of(desk, source)
    assert [words in page for words in ("no text", "about 1 word<", "about 5 words")] == [True] * 3


def test_copies_of_several_sources_are_asked_for_at_once(desk: Client) -> None:
    sources = [source_at("https://paper.example/", "a"), source_at("", "b"), source_at("", "c")]
    chosen = {"action": "capture_now", "_selected_action": [source.pk for source in sources]}
    page = desk.post("/desk/sources/source/", chosen, follow=True).content.decode()

    assert [request.source for request in CaptureRequest.objects.all()] == sources[:1]
    assert "Copies of 1 source will be made." in page
    assert page.count("It has no web address") == 2


def test_an_address_that_leads_into_the_archives_own_network_is_refused(desk: Client) -> None:
    source = source_at("http://127.0.0.1/latest/meta-data/")
    desk.post(f"/desk/sources/source/{source.pk}/capture/")
    work_off()

    assert "only public pages are fetched" in page_of(desk, source)


def cite(desk: Client) -> None:
    """Save a claim that cites a source with an address, as its form shows it."""
    page = "/desk/incidents/claim/1/change/"
    assert desk.post(page, shown(desk, page)).status_code == 302


def test_a_source_is_captured_when_it_is_first_cited_where_that_is_wanted(desk: Client) -> None:
    rows.furnish()
    Source.objects.update(url="https://paper.example/")
    rows.claim(pk=1).save()
    rows.citation().save()
    cite(desk)
    assert not CaptureRequest.objects.exists()

    with override_settings(CAPTURE_WHEN_CITED=True):
        cite(desk)
        CaptureRequest.objects.update(state=RequestState.DONE)
        cite(desk)

    assert CaptureRequest.objects.get().source == Source.objects.get()
