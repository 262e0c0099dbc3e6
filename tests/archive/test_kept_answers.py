"""Answers are kept for the next reader, and none of them outlives what it follows from."""

from __future__ import annotations

import gzip
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from archive import catalogue, editions
from tests.archive.published import publish, retract
from tests.builders import record
from tests.sheets import seed_record

PAGE = "/incidents/k7m2qa/february-2024-balochistan-bombings/"
ANSWER = "/api/v1/incidents/k7m2qa/"
ADDRESSES = [
    "/",
    "/ur/",
    "/about/method/",
    "/incidents/",
    "/incidents/?q=election",
    "/incidents/by/actor/",
    "/incidents/map/",
    "/incidents/map/circles/",
    "/incidents.atom",
    PAGE,
    f"/ur{PAGE}",
    "/incidents/k7m2qa/history/",
    "/incidents/k7m2qa/editions/1/",
    "/incidents/k7m2qa.bib",
    "/places/",
    "/places/balochistan/",
    "/sitemap.xml",
    "/api/v1/",
    "/api/v1/incidents/",
    "/api/v1/claims/?property=killed",
    "/api/v1/statistics/?group_by=place:province&measure=killed",
    ANSWER,
]

pytestmark = pytest.mark.django_db


def queries(client: Client, address: str, **headers: str) -> tuple[Any, int]:
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(address, headers=headers)
    return answer, len(caught)


def kept(client: Client, address: str, **headers: str) -> Any:
    """The answer as it is given to the third who asks: out of memory."""
    client.get(address, headers=headers)
    client.get(address, headers=headers)
    answer, asked = queries(client, address, **headers)
    assert asked == 1
    return answer


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_third_reader_is_given_the_bytes_of_the_first_for_one_query(client: Client, address: str) -> None:
    publish(seed_record())
    first = client.get(address)

    third = kept(client, address)

    assert third.content == first.content
    assert dict(third.items()) | {"X-Request-ID": ""} == dict(first.items()) | {"X-Request-ID": ""}


@pytest.mark.parametrize("address", [PAGE, ANSWER, "/incidents/", "/api/v1/incidents/"])
def test_who_has_an_answer_is_told_so(client: Client, address: str) -> None:
    publish(seed_record())
    tag = kept(client, address)["ETag"]

    answer, asked = queries(client, address, **{"If-None-Match": tag})

    assert (answer.status_code, asked, answer["ETag"]) == (304, 1, tag)


def test_a_new_edition_is_read_at_once(client: Client) -> None:
    publish(record(id="k7m2qa", title="As it was"))
    assert "As it was" in kept(client, "/incidents/k7m2qa/as-it-was/").content.decode()

    publish(record(id="k7m2qa", title="As it is"))

    assert client.get("/incidents/k7m2qa/as-it-was/").status_code == 301
    assert "As it is" in client.get(ANSWER).content.decode()


@pytest.mark.parametrize("address", [PAGE, f"/ur{PAGE}", ANSWER, "/incidents/k7m2qa/editions/1/"])
def test_what_is_retracted_is_gone_at_once(client: Client, address: str) -> None:
    publish(seed_record())
    kept(client, address)

    retract("k7m2qa")

    assert client.get(address).status_code == 410


def test_what_is_redacted_is_gone_at_once(client: Client) -> None:
    first, _ = publish(record(id="k7m2qa", title="Once"), record(id="k7m2qa", title="Twice"))
    kept(client, "/incidents/k7m2qa/editions/1/")

    editions.redact(first, reason="A court ordered it.")

    assert client.get("/incidents/k7m2qa/editions/1/").status_code == 410


def test_each_is_given_what_they_can_unpack(client: Client) -> None:
    publish(seed_record())
    plain = kept(client, PAGE)

    packed = kept(client, PAGE, **{"Accept-Encoding": "gzip"})

    assert gzip.decompress(packed.content) == plain.content


def test_scripts_of_other_sites_are_let_read_what_was_kept(client: Client) -> None:
    publish(seed_record())
    assert "Access-Control-Allow-Origin" not in kept(client, ANSWER)

    assert kept(client, ANSWER, Origin="https://example.org")["Access-Control-Allow-Origin"] == "*"


def test_what_is_kept_for_one_name_of_the_site_is_given_to_no_other(client: Client) -> None:
    publish(seed_record())
    kept(client, PAGE)

    assert client.get(PAGE, headers={"Host": "elsewhere.example"}).status_code == 400


@override_settings(API_RATE=4)
def test_who_is_given_what_was_kept_is_counted_all_the_same(client: Client) -> None:
    publish(seed_record())

    answers = [client.get(ANSWER) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert [answer["RateLimit"].split(";")[1] for answer in answers[:4]] == ["r=3", "r=2", "r=1", "r=0"]


@override_settings(API_RATE=10)
def test_who_has_a_key_is_counted_by_the_key(client: Client) -> None:
    publish(seed_record())
    kept(client, ANSWER)

    assert client.get(ANSWER, headers={"Authorization": "Bearer nobody"}).status_code == 401


def test_a_page_that_is_not_there_is_not_kept(client: Client) -> None:
    publish(record())
    client.get(PAGE)
    client.get(PAGE)

    publish(seed_record())

    assert client.get(PAGE).status_code == 200


def test_a_form_that_knows_who_was_sent_it_is_not_kept(client: Client) -> None:
    publish(seed_record())
    address = "/about/corrections/ask/?incident=k7m2qa"
    first, *_, last = [Client().get(address), *[client.get(address) for _ in range(3)]]

    assert first.content != last.content


@pytest.mark.django_db(transaction=True)
def test_no_reader_is_given_an_edition_older_than_one_that_was_published_before_they_asked() -> None:
    """Of readers who ask without a pause while somebody edits."""
    published, over, seen = [0], Event(), list[int]()
    _publish(1)
    published[0] = 1

    def read(client: Client) -> None:
        try:
            while not over.is_set():
                least = published[0]
                found = re.search(r'"title":"Edition (\d+)"', client.get(ANSWER).content.decode())
                assert found
                assert int(found[1]) >= least
                seen.append(int(found[1]))
        finally:
            connection.close()

    reader = Client()
    with ThreadPoolExecutor(3) as pool:
        readings = [pool.submit(read, reader) for _ in range(3)]
        for number in range(2, 12):
            _publish(number)
            published[0] = number
        over.set()
    assert [reading.exception() for reading in readings] == [None] * 3
    assert len(set(seen)) > 1


def _publish(number: int) -> None:
    with transaction.atomic():
        catalogue.index(editions.append(record(id="k7m2qa", title=f"Edition {number}")))
