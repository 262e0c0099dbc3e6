"""The history of an incident: every edition, and what differs between any two."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive import catalogue, editions
from archive.figures import for_readers
from archive.models import Edition
from archive.record import Claim, Record
from archive.vocabulary import EditionKind
from tests.archive.pages.markup import Page
from tests.archive.published import publish, retract
from tests.builders import count, exactly, record, statement

HISTORY = "/incidents/event-1/history/"

pytestmark = pytest.mark.django_db


def told(*claims: Claim, title: str = "An event") -> Record:
    return record(*claims, title=title)


def read(client: Client, question: str = "", status: int = 200) -> Page:
    answer = client.get(f"{HISTORY}{question}")
    assert answer.status_code == status
    return Page(answer.content.decode())


def compared(page: Page) -> str:
    (section,) = [each for each in page.all() if each.attributes.get("aria-labelledby") == "compared"]
    return section.text


def test_a_claim_that_changed_is_told_with_what_went_and_what_came(client: Client) -> None:
    publish(told(count(1, exactly(128))), told(count(1, exactly(149))))
    text = compared(read(client, "?old=1&new=2"))

    assert "Claims: 0 added, 1 changed, 0 removed." in text
    assert "Claim 1 (killed) value 128 → 149" in text
    assert "Figure for killed, the incident number 128 → 149" in text


def test_claims_that_came_and_went_are_told_whole(client: Client) -> None:
    publish(told(count(1, exactly(3))), told(count(2, exactly(4))))
    text = compared(read(client, "?old=1&new=2"))

    assert "Claims: 1 added, 0 changed, 1 removed." in text
    assert "Claim 2 (killed) added 4, said by nobody named" in text


def test_a_claim_leads_to_the_edition_that_has_it(client: Client) -> None:
    publish(told(count(1, exactly(3))), told(count(2, exactly(4))))
    links = {each.attributes.get("href") for each in read(client, "?old=1&new=2").all()}

    assert {"/incidents/event-1/editions/1/#claim-1", "/incidents/event-1/editions/2/#claim-2"} <= links


def test_a_word_that_changed_is_marked_within_its_sentence(client: Client) -> None:
    publish(
        told(statement(1, "A bomb went off near the bazaar on Friday.")),
        told(statement(1, "A bomb went off near the bazaar on Monday.")),
    )
    page = read(client, "?old=1&new=2")

    assert [each.text for each in page.all() if each.tag in ("del", "ins")] == [
        "removed: Friday",
        "added: Monday",
    ]


def test_the_older_of_the_two_comes_first_however_they_are_given(client: Client) -> None:
    publish(told(count(1, exactly(3))), told(count(1, exactly(4))))

    assert compared(read(client, "?old=2&new=1")) == compared(read(client, "?old=1&new=2"))


def test_editions_that_say_the_same_differ_in_nothing(client: Client) -> None:
    publish(told(count(1, exactly(3))), told(count(1, exactly(3))))

    assert "Nothing differs between them." in compared(read(client, "?old=1&new=2"))


@pytest.mark.parametrize(
    ("question", "told_so"),
    [
        ("?old=1", "Choose two different editions"),
        ("?old=1&new=1", "Choose two different editions"),
        ("?old=1&new=9", "There is no edition 9 that can be read"),
        ("?old=x&new=1", "is not the number of an edition"),
        ("?old=1&new=%00", "is not the number of an edition"),
        ("?old=1&new=99999999999999999999", "is not the number of an edition"),
        ("?before=-1", "is not the number of an edition"),
    ],
)
def test_a_question_without_an_answer_is_refused_beside_the_field(
    client: Client, question: str, told_so: str
) -> None:
    publish(told(count(1, exactly(3))), told(count(1, exactly(4))))

    assert told_so in read(client, question, status=400).at("problem").text


def test_a_redacted_edition_is_compared_with_none(client: Client) -> None:
    first, _ = publish(told(count(1, exactly(3)), title="With a name"), told(count(1, exactly(4))))
    editions.redact(first, reason="It named a private person.")
    page = read(client, "?old=1&new=2", status=400)

    assert "With a name" not in page.html
    assert "There is no edition 1 that can be read" in page.text


def test_editions_before_a_retraction_are_listed_and_compared_with_none(client: Client) -> None:
    publish(told(count(1, exactly(3)), title="With a name"))
    retract("event-1", "It named a private person.")
    publish(told(count(1, exactly(4))), told(count(1, exactly(5))))
    links = {each.attributes.get("href") for each in read(client).all()}

    assert "/incidents/event-1/editions/1/" not in links
    assert "?old=3&new=4" in links
    assert "With a name" not in read(client, "?old=1&new=3", status=400).html


def test_a_withheld_claim_is_in_no_comparison(client: Client) -> None:
    withheld = statement(2, "Mr Private was among the dead.", "private", withheld=True)
    publish(
        for_readers(told(count(1, exactly(3)), withheld)), for_readers(told(count(1, exactly(4)), withheld))
    )

    assert "Private" not in read(client, "?old=1&new=2").html


def test_an_edition_leads_to_what_changed_since_the_one_before(client: Client) -> None:
    publish(told(count(1, exactly(3))), told(count(1, exactly(4))), told(count(1, exactly(5))))
    links = [each.attributes.get("href") for each in read(client).all()]

    assert [link for link in links if link and link.startswith("?old=")] == ["?old=2&new=3", "?old=1&new=2"]


def test_one_edition_alone_has_nothing_to_be_compared_with(client: Client) -> None:
    publish(told(count(1, exactly(3))))

    assert not [each for each in read(client).all() if each.tag == "form"]


def publish_often(times: int) -> None:
    (first,) = publish(told(count(1, exactly(1))))
    for number in range(2, times + 1):
        renewed = told(count(1, exactly(number)))
        catalogue.index(editions.append(for_readers(renewed), kind=EditionKind.MAINTENANCE))
    assert first.number == 1


def test_a_long_history_leads_on_to_its_older_editions(client: Client) -> None:
    publish_often(53)
    page = read(client)

    assert len([each for each in page.all() if each.tag == "h3"]) == 50
    assert "?before=4" in [each.attributes.get("href") for each in page.all()]
    assert "Edition 3" in read(client, "?before=4").text


def test_the_page_before_the_first_edition_is_empty(client: Client) -> None:
    publish(told(count(1, exactly(3))))

    assert not [each for each in read(client, "?before=1").all() if each.tag == "h3"]


@pytest.mark.parametrize("times", [2, 30])
def test_a_comparison_takes_as_many_queries_however_many_editions_there_are(
    client: Client, times: int
) -> None:
    publish_often(times)

    with CaptureQueriesContext(connection) as queries:
        read(client, "?old=1&new=2")

    assert len(queries) == 3


def test_a_list_of_editions_fetches_the_text_of_the_newest_alone(client: Client) -> None:
    publish_often(5)

    with CaptureQueriesContext(connection) as queries:
        read(client)

    assert len([query for query in queries if '"archive_edition"."text"' in query["sql"]]) == 1
    assert Edition.objects.count() == 5


@pytest.mark.parametrize(("question", "kept_out"), [("", False), ("?old=1&new=2", True), ("?before=2", True)])
def test_only_the_plain_address_is_offered_to_search_engines(
    client: Client, question: str, *, kept_out: bool
) -> None:
    publish(told(count(1, exactly(3))), told(count(1, exactly(4))))
    robots = [each for each in read(client, question).all() if each.attributes.get("name") == "robots"]

    assert bool(robots) is kept_out


def test_an_old_edition_leads_to_what_changed_since(client: Client) -> None:
    publish(told(count(1, exactly(3))), told(count(1, exactly(4))))
    page = Page(client.get("/incidents/event-1/editions/1/").content.decode())

    assert f"{HISTORY}?old=1&new=2" in [each.attributes.get("href") for each in page.all()]


def test_maintenance_is_no_update(client: Client) -> None:
    publish_often(3)
    text = Page(client.get("/incidents/event-1/an-event/").content.decode()).text

    assert "Edition 3 (maintenance), published" in text
    assert "its claims are those of edition 1 (first edition), published" in text


@pytest.mark.parametrize("times", [2, 30])
def test_a_page_after_maintenance_takes_as_many_queries_however_often_names_were_renewed(
    client: Client, times: int
) -> None:
    publish_often(times)

    with CaptureQueriesContext(connection) as queries:
        client.get("/incidents/event-1/an-event/")

    assert len(queries) == 2
