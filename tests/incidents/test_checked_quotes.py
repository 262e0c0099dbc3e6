"""A quote is looked up in the copies of its source: told at the desk, on the page, and when it is gone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive import catalogue, editions
from archive.models import Edition
from archive.record import Checked, Citation, Record
from archive.vocabulary import QuoteState
from incidents.build import build
from incidents.desk_home import shelves
from incidents.history import keep
from incidents.jobs.capturing import look_up_quotes
from incidents.load import load
from incidents.models import Citation as Row
from incidents.models import Incident, Job, JobState
from incidents.publishing import publish
from sources.models import Capture, Means, Source
from tests.builders import count, exactly, record, source
from tests.incidents.desk import at_the_desk, person
from tests.incidents.queue import numbers, work_off

pytestmark = pytest.mark.django_db
#: A worker reads what is committed.
WITH_WORKER = pytest.mark.django_db(transaction=True)

SAYS, SILENT = (
    "Officials said at\u00a0least 85 people had died.",
    "Officials said at least 128 people had died.",
)
QUOTE = "at least 85 people"


def event(quote: str = QUOTE) -> Record:
    claim = count(1, exactly(85), by="s1").model_copy(
        update={"citations": (Citation(source="s1", quote=quote),)}
    )
    return record(claim, sources=(source("s1"),), id="event-1")


@pytest.fixture
def incident() -> Incident:
    return load(event())


def copied(text: str, day: int, by: User | None = None, how: Means = Means.UPLOADED) -> None:
    moment = datetime(2024, 3, day, 9, tzinfo=UTC)
    copied_from = Source.objects.get(key="s1")
    Capture.objects.create(source=copied_from, captured_at=moment, text=text, how=how)
    look_up_quotes(copied_from, by=by)


def checked_in(found: Record) -> Checked | None:
    return found.claims[0].citations[0].checked


def page() -> str:
    return Client().get("/incidents/event-1/any/", follow=True).content.decode()


def test_a_quote_that_the_copy_holds_is_verified_in_the_record_and_on_the_page(incident: Incident) -> None:
    copied(SAYS, 1)
    assert checked_in(build(incident)) == Checked(state=QuoteState.VERIFIED, on=date(2024, 3, 1))

    publish(incident, by=None)
    assert "found in the text that the archive holds, of 1 March 2024" in page()


def test_without_a_copy_the_record_is_what_it_always_was(incident: Incident) -> None:
    edition = publish(incident, by=None)

    assert checked_in(edition.record) is None
    assert '"checked"' not in edition.text
    assert "the archive holds" not in page()


def test_a_quote_that_is_changed_is_looked_up_anew(incident: Incident) -> None:
    copied(SILENT, 1)
    Row.objects.update(quote="at least 128 people")
    keep(incident, by=None, what="Changed.")

    found = checked_in(build(incident))
    assert found is not None
    assert found.state is QuoteState.VERIFIED

    Row.objects.update(quote="")
    keep(incident, by=None, what="Changed.")
    assert checked_in(build(incident)) is None


@WITH_WORKER
def test_when_the_quote_is_gone_the_desk_is_alarmed_and_the_page_says_so(incident: Incident) -> None:
    copied(SAYS, 1)
    publish(incident, by=None)
    copied(SILENT, 9)
    work_off()

    assert numbers(1) == [(1, "first"), (2, "maintenance")]
    assert "the page no longer says this, since 9 March 2024" in page()
    assert '<span class="tag tag--gone">quote gone</span>' in page()
    newest = Edition.objects.for_incident("event-1").current().get()
    assert "no longer says what is quoted for claim 1" in newest.note
    (alarm,) = (shelf for shelf in shelves(person("editor")) if shelf.title == "Quotes that are gone")
    assert (alarm.count, alarm.newest[0].title) == (1, f"{incident.title}, claim 1")
    assert list(catalogue.check()) == []
    assert list(editions.verify()) == []


@WITH_WORKER
def test_a_text_that_an_editor_typed_tells_no_reader_that_the_page_no_longer_says_it(
    incident: Incident,
) -> None:
    copied(SAYS, 1)
    publish(incident, by=None)
    copied(SILENT, 9, how=Means.BY_HAND)
    work_off()

    assert numbers(1) == [(1, "first")]
    assert "no longer says" not in page()


@WITH_WORKER
def test_what_else_waits_at_the_desk_is_not_published_with_it(incident: Incident) -> None:
    copied(SAYS, 1)
    publish(incident, by=None)
    Incident.objects.update(title="Not for readers yet")
    copied(SILENT, 9)
    work_off()

    assert "the page no longer says this" in page()
    assert "Not for readers yet" not in page()


@WITH_WORKER
def test_the_copy_of_somebody_who_may_not_publish_waits_for_an_editor(incident: Incident) -> None:
    copied(SAYS, 1)
    publish(incident, by=None)
    copied(SILENT, 9, by=User.objects.get(pk=person("contributor").pk))
    work_off()

    assert Job.objects.get().state == JobState.HELD
    assert "the page no longer says this" not in page()


@WITH_WORKER
def test_a_copy_that_shows_the_same_publishes_nothing(incident: Incident) -> None:
    copied(SAYS, 1)
    publish(incident, by=None)
    copied(SAYS, 9)
    work_off()

    assert numbers(1) == [(1, "first")]


def test_the_desk_says_it_beside_the_citation_and_before_publishing(incident: Incident) -> None:
    desk = at_the_desk("editor")
    claim = incident.claims.get()
    address = f"/desk/incidents/claim/{claim.pk}/change/"
    assert "Not checked: there is no stored copy" in desk.get(address).content.decode()
    copied(SILENT, 1)

    assert "Not found in the stored copy, since 1 March 2024" in desk.get(address).content.decode()
    page = desk.get(f"/desk/incidents/incident/{incident.pk}/change/").content.decode()
    assert "quote not found" in page
    assert "The quote of claim 1 is not found in the source “s1”." in page


def test_the_list_of_claims_is_narrowed_to_those_whose_quote_is_gone(incident: Incident) -> None:
    copied(SAYS, 1)
    copied(SILENT, 2)
    found = at_the_desk("contributor").get("/desk/incidents/claim/?quotes=gone").context["cl"].result_list

    assert list(found) == [incident.claims.get()]
