"""What the API answers about one thing."""

from __future__ import annotations

import hashlib

import orjson
import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings

from archive import editions
from archive.answers import (
    ActorAnswer,
    AttackAnswer,
    ClaimAnswer,
    ConflictAnswer,
    EditionAnswer,
    IncidentAnswer,
    IncidentBrief,
    PlaceAnswer,
    PublicationAnswer,
    SourceAnswer,
)
from archive.catalogue import composer, volume_of
from archive.figures import for_readers
from archive.models import Edition
from archive.record import Record
from archive.record.entities import Part
from archive.vocabulary import EditionKind
from tests.archive.events import balochistan, mastung
from tests.archive.published import publish, retract
from tests.builders import count, exactly, record
from tests.strategies import records

pytestmark = pytest.mark.django_db
API = "/api/v1"
SITE = "http://127.0.0.1:8000"
ANSWERS: dict[str, type[Part]] = {
    "sources": SourceAnswer,
    "publications": PublicationAnswer,
    "actors": ActorAnswer,
    "places": PlaceAnswer,
    "conflicts": ConflictAnswer,
}


def test_an_incident_comes_back_with_every_claim_and_figure(client: Client) -> None:
    publish(balochistan())

    answer = IncidentAnswer.model_validate_json(client.get(f"{API}/incidents/event-1/").content)

    published = for_readers(balochistan())
    assert [claim.number for claim in answer.claims] == [claim.number for claim in published.claims]
    assert answer.figures == published.figures
    assert (answer.edition.number, answer.edition.kind) == (1, EditionKind.FIRST)


def test_every_part_of_an_incident_has_an_address_that_answers(client: Client) -> None:
    publish(balochistan())
    incident = client.get(f"{API}/incidents/event-1/").json()

    parts = [
        part
        for name in ("attacks", "claims", "sources", "publications", "actors", "places", "conflicts")
        for part in incident[name]
    ]

    for part in [*parts, incident, incident["edition"]]:
        answer = client.get(part["api_url"].removeprefix(SITE))
        assert answer.status_code == 200
        assert answer.json()["api_url"] == part["api_url"]


def test_a_claim_leads_to_its_neighbours(client: Client) -> None:
    publish(balochistan())

    claim = client.get(f"{API}/incidents/event-1/claims/5/").json()

    assert claim["page_url"] == f"{SITE}/incidents/event-1/an-event/#claim-5"
    assert claim["attack_url"] == f"{SITE}{API}/incidents/event-1/attacks/1/"
    assert claim["superseded_by_url"] == f"{SITE}{API}/incidents/event-1/claims/7/"
    assert [source["api_url"] for source in claim["links"]["sources"]] == [f"{SITE}{API}/sources/s1/"]


def test_a_source_leads_to_the_incidents_that_cite_it(client: Client) -> None:
    publish(balochistan(), mastung().model_copy(update={"id": "mastung"}))

    source = client.get(f"{API}/sources/rt/").json()
    listed = client.get(source["incidents_url"].removeprefix(SITE)).json()

    assert [incident["id"] for incident in listed["results"]] == ["mastung"]


def test_figures_follow_another_rule_when_asked(client: Client) -> None:
    publish(balochistan())

    answer = client.get(f"{API}/incidents/event-1/?rule=acled").json()

    assert (answer["rule"], answer["figures"][0]["high"]) == ("acled", 24)


def test_figures_are_given_as_known_on_a_day_when_asked(client: Client) -> None:
    publish(mastung())

    answer = client.get(f"{API}/incidents/event-1/?known_at=2018-07-13").json()

    assert (answer["known_at"], answer["figures"][0]["best"]) == ("2018-07-13", 128)


@pytest.mark.parametrize("query", ["rule=best", "known_at=yesterday", "known_at=", "place=quetta"])
def test_a_question_that_an_incident_cannot_answer_is_refused(client: Client, query: str) -> None:
    publish(balochistan())

    answer = client.get(f"{API}/incidents/event-1/?{query}")

    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [query.split("=")[0]]


def test_an_answer_that_the_reader_has_is_not_sent_again(client: Client) -> None:
    publish(balochistan())
    first = client.get(f"{API}/incidents/event-1/")

    again = client.get(f"{API}/incidents/event-1/", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_an_answer_is_sent_again_when_the_incident_has_changed(client: Client) -> None:
    publish(record(title="A"))
    first = client.get(f"{API}/incidents/event-1/")
    publish(record(title="B"))

    again = client.get(f"{API}/incidents/event-1/", headers={"if-none-match": first["ETag"]})

    assert again.json()["title"] == "B"


def test_an_edition_carries_the_bytes_that_its_digest_is_of(client: Client) -> None:
    publish(balochistan())

    content = client.get(f"{API}/incidents/event-1/editions/1/").content

    text = content[content.index(b'"record":') + len(b'"record":') : -1]
    assert hashlib.sha256(text).hexdigest() == orjson.loads(content)["sha256"]
    assert EditionAnswer.model_validate_json(content).record == for_readers(balochistan())


def test_an_old_edition_stays_at_its_address(client: Client) -> None:
    publish(record(title="A"), record(title="B"))

    answer = client.get(f"{API}/incidents/event-1/editions/1/").json()

    assert answer["record"]["title"] == "A"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "?rule=span",
        "claims/",
        "claims/1/",
        "attacks/",
        "attacks/1/",
        "editions/",
        "editions/1/",
        "editions/2/",
    ],
)
def test_everything_of_a_retracted_incident_is_gone_and_says_why(client: Client, path: str) -> None:
    publish(record(count(1, exactly(3)), attacks=1))
    retracted = retract("event-1", "It never happened.")

    answer = client.get(f"{API}/incidents/event-1/{path}")

    assert (answer.status_code, answer.json()["reason"]) == (410, "It never happened.")
    assert answer.json()["closed_at"].startswith(retracted.published_at.strftime("%Y-%m-%dT%H:%M:%S"))


def test_editions_before_a_retraction_stay_gone_when_the_incident_comes_back(client: Client) -> None:
    publish(record(title="A"))
    retract("event-1")
    publish(record(title="B"))

    statuses = [client.get(f"{API}/incidents/event-1/editions/{n}/").status_code for n in (1, 2, 3)]

    assert statuses == [410, 410, 200]


def test_a_redacted_edition_is_gone_and_the_others_are_not(client: Client) -> None:
    first, _ = publish(record(title="A"), record(title="B"))
    editions.redact(first, reason="A court ordered it.")

    answer = client.get(f"{API}/incidents/event-1/editions/1/")

    assert (answer.status_code, answer.json()["reason"]) == (410, "A court ordered it.")
    assert client.get(f"{API}/incidents/event-1/").status_code == 200


def test_a_closed_edition_tells_all_of_itself_but_its_record_and_what_is_withheld(client: Client) -> None:
    publish(record(title="A secret title"), record(title="B"))
    _, second = Edition.objects.order_by("number")
    editions.redact(second, reason="A court ordered it.")
    redacted = client.get(f"{API}/incidents/event-1/editions/2/").json()["edition"]
    retract("event-1")
    withheld = client.get(f"{API}/incidents/event-1/editions/1/")

    assert (redacted["seal"], redacted["sha256"]) == (second.seal, second.sha256)
    assert redacted["redaction_reason"] == "A court ordered it."
    assert withheld.json()["edition"]["seal"] == second.previous
    assert withheld.json()["edition"]["note"] is None
    assert "secret" not in withheld.content.decode()


def test_editions_before_a_redacted_one_stay_when_it_is_the_current_one(client: Client) -> None:
    _, last = publish(record(title="A"), record(title="B"))
    editions.redact(last, reason="A court ordered it.")

    statuses = [client.get(f"{API}/incidents/event-1/editions/{n}/").status_code for n in (1, 2)]

    assert statuses == [200, 410]


@pytest.mark.parametrize(
    "path",
    [
        "incidents/none/",
        "incidents/none/claims/",
        "incidents/event-1/claims/99/",
        "incidents/event-1/claims/99999999999999999999/",
        "incidents/event-1/editions/99999999999999999999/",
        "sources/none/",
        "nothing/",
    ],
)
def test_what_is_not_there_is_answered_with_404_in_json(client: Client, path: str) -> None:
    publish(record())

    answer = client.get(f"{API}/{path}")

    assert answer.status_code == 404
    assert answer.json()["detail"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client: Client, method: str) -> None:
    answer = getattr(client, method)(f"{API}/incidents/")

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("incidents/?killed_min=many", 400, "Bad Request"),
        ("incidents/none/", 404, "Not Found"),
        ("incidents/?format=xml", 400, "Bad Request"),
    ],
)
def test_a_refusal_says_what_kind_of_problem_it_is(
    client: Client, path: str, status: int, title: str
) -> None:
    """https://www.rfc-editor.org/rfc/rfc9457"""
    answer = client.get(f"{API}/{path}")
    said = answer.json()

    assert answer["Content-Type"] == "application/problem+json"
    assert (said["type"], said["status"], said["title"]) == ("about:blank", status, title)
    assert said["detail"]


@given(published=records())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_has_the_shape_that_is_documented(published: Record) -> None:
    readable = for_readers(published)
    with transaction.atomic():
        made = composer(volume_of(editions.append(readable)))
        transaction.set_rollback(True)

    IncidentAnswer.model_validate_json(made.incident().model_dump_json(by_alias=True))
    IncidentBrief.model_validate_json(made.brief().model_dump_json())
    for attack in readable.attacks:
        AttackAnswer.model_validate_json(made.attack(attack).model_dump_json())
    for claim in readable.claims:
        ClaimAnswer.model_validate_json(made.claim(claim).model_dump_json())
    for kind, model in ANSWERS.items():
        for part in getattr(readable, kind):
            model.model_validate_json(made.entity(kind, part.key).model_dump_json())
