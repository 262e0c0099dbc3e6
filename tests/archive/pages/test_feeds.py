"""Feeds tell what is new, what changed and what a filter matches; maintenance is no news."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import Element, fromstring

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive import catalogue, editions
from archive.figures import for_readers
from archive.pages import feeds
from archive.record import Record
from archive.vocabulary import EditionKind
from tests.archive.pages.markup import Page
from tests.archive.published import publish, retract
from tests.builders import record

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
BEGIN = datetime(2024, 2, 7, 12, tzinfo=UTC)
SITE = "http://127.0.0.1:8000"


def feed(client: Client, address: str) -> Element:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return fromstring(answer.content)


def each(found: Element, name: str) -> list[str]:
    return [entry.findtext(f"{ATOM}{name}", "") for entry in found.iter(f"{ATOM}entry")]


def at(hours: int, made: Record, kind: EditionKind | None = None, note: str = "") -> None:
    """Publish the record so many hours after the beginning."""
    moment = BEGIN + timedelta(hours=hours)
    catalogue.index(editions.append(for_readers(made), kind=kind, note=note, at=moment))


def test_what_was_published_last_is_new_first(client: Client) -> None:
    at(0, record(id="e1", title="One", date="2024-01-01"))
    at(1, record(id="e2", title="Two", date="2023-01-01"))

    found = feed(client, "/feeds/new.atom")
    assert each(found, "title") == ["Two", "One"]
    assert each(found, "id") == [f"{SITE}/incidents/e2/", f"{SITE}/incidents/e1/"]
    assert each(found, "published") == ["2024-02-07T13:00:00+00:00", "2024-02-07T12:00:00+00:00"]
    assert found.findtext(f"{ATOM}updated") == "2024-02-07T13:00:00+00:00"


def test_updates_and_corrections_come_with_their_notes(client: Client) -> None:
    at(0, record(title="Before"))
    at(1, record(title="After"), note="The title is new.")
    at(2, record(title="Right"), EditionKind.CORRECTION, "The title was wrong.")

    found = feed(client, "/feeds/updated.atom")
    assert each(found, "title") == ["Correction: Right", "Update: Right"]
    assert each(found, "summary") == ["The title was wrong.", "The title is new."]
    assert each(found, "id")[0] == f"{SITE}/incidents/event-1/editions/3/"


def test_maintenance_is_no_news_and_changes_no_time(client: Client) -> None:
    at(0, record())
    at(1, record(title="Renewed"), EditionKind.MAINTENANCE)

    assert each(feed(client, "/feeds/updated.atom"), "id") == []
    assert each(feed(client, "/incidents.atom"), "updated") == ["2024-02-07T12:00:00+00:00"]


def test_a_retraction_says_why_and_not_what(client: Client) -> None:
    at(0, record(title="Quondam"))
    at(1, record(title="Quondam"), note="Quondam once more.")
    retract("event-1", "It never happened.")

    found = feed(client, "/feeds/updated.atom")
    assert each(found, "title") == ["An incident was retracted"]
    assert "It never happened." in each(found, "summary")[0]
    assert "Quondam" not in "".join(found.itertext())
    assert each(feed(client, "/feeds/new.atom"), "id") == []


def test_a_redacted_edition_is_told_of_no_more(client: Client) -> None:
    at(0, record())
    (edition,) = publish(record(title="Quondam"))
    publish(record(title="After"))
    editions.redact(edition, reason="A court decided so.")

    assert each(feed(client, "/feeds/updated.atom"), "id") == [f"{SITE}/incidents/event-1/editions/3/"]


@pytest.mark.usefixtures("published")
def test_a_filter_of_the_list_has_a_feed_of_its_own(client: Client) -> None:
    found = feed(client, "/incidents.atom?place=pishin-district&killed_min=")

    assert each(found, "title") == ["February 2024 Balochistan bombings"]
    assert found.findtext(f"{ATOM}title") == "Incidents, Place: Pishin District – The Incident Archive"
    links = {link.attrib["rel"]: link.attrib["href"] for link in found.findall(f"{ATOM}link")}
    assert links["self"] == f"{SITE}/incidents.atom?place=pishin-district"
    assert links["alternate"] == f"{SITE}/incidents/?place=pishin-district"


@pytest.mark.parametrize("query", ["killed_min=many", "place=nowhere", "type=%00"])
def test_what_is_not_understood_has_no_feed(client: Client, query: str) -> None:
    answer = client.get(f"/incidents.atom?{query}")

    assert answer.status_code == 400
    assert query.split("=")[0] in answer.content.decode()


def test_markup_in_a_title_stays_text(client: Client) -> None:
    title = "<b>Bomb</b> & ]]> “blast”"
    at(0, record(title=title))
    at(1, record(title=title), note=title)

    assert each(feed(client, "/feeds/new.atom"), "title") == [title]
    (summary,) = each(feed(client, "/feeds/updated.atom"), "summary")
    assert summary == "&lt;b&gt;Bomb&lt;/b&gt; &amp; ]]&gt; “blast”"


def test_a_note_with_control_characters_breaks_no_feed(client: Client) -> None:
    at(0, record())
    at(1, record(), note="A form\x0cfeed.")

    assert each(feed(client, "/feeds/updated.atom"), "summary") == ["A form�feed."]


def test_a_feed_is_bounded(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST", 2)
    for hour in range(4):
        at(hour, record(id=f"e{hour}"))
        at(hour, record(id=f"e{hour}"), note="Again.")

    for address in ("/feeds/new.atom", "/feeds/updated.atom", "/incidents.atom"):
        assert len(each(feed(client, address), "id")) == 2


@pytest.mark.parametrize("changed", [1, 5])
def test_changes_take_as_many_queries_however_many_there_are(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, changed: int
) -> None:
    for number in range(changed):
        at(0, record(id=f"e{number}"))
        at(1, record(id=f"e{number}"), note="Again.")

    with django_assert_num_queries(4):
        client.get("/feeds/updated.atom")


def test_an_empty_feed_was_never_changed(client: Client) -> None:
    assert feed(client, "/feeds/new.atom").findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


def test_who_has_the_feed_already_is_told_so(client: Client) -> None:
    at(0, record())
    tag = client.get("/feeds/new.atom")["ETag"]

    assert client.get("/feeds/new.atom", headers={"if-none-match": tag}).status_code == 304


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("address", "feeds"),
    [
        ("/", ["/feeds/new.atom", "/feeds/updated.atom"]),
        ("/incidents/", ["/incidents.atom"]),
        ("/incidents/?place=pishin-district", ["/incidents.atom?place=pishin-district"]),
    ],
)
def test_pages_name_their_feeds(client: Client, address: str, feeds: list[str]) -> None:
    page = Page(client.get(address).content.decode())
    links = [link.attributes for link in page.all() if link.tag in ("link", "a")]

    kind = "application/atom+xml"
    assert [link["href"] for link in links if link.get("type") == kind] == feeds
    assert {link["href"] for link in links if link.get("type") != kind} >= set(feeds)
