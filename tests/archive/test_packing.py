"""Answers go out packed to who can unpack them."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli
import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from archive.packing import Packing
from tests.archive.published import publish
from tests.builders import count, exactly, record

UNPACKED_BY: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.decompress, "br": brotli.decompress}
ADDRESSES = [
    "/",
    "/incidents/event-1/event-event-1/",
    "/incidents.ndjson",
    "/incidents/event-1.ris",
    "/incidents/event-1.bib",
    "/sitemap.xml",
    "/feeds/new.atom",
    "/api/v1/incidents/",
    "/api/v1/incidents/?nothing=1",
    "/api/v1/schema/",
]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("coding", UNPACKED_BY)
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_is_packed_and_holds_the_same_when_it_is_unpacked(
    client: Client, address: str, coding: str
) -> None:
    publish(record(*(count(number, exactly(number)) for number in range(1, 30)), title="Event event-1"))
    plain = client.get(address)
    packed = client.get(address, headers={"Accept-Encoding": coding})

    assert packed["Content-Encoding"] == coding
    assert "accept-encoding" in packed["Vary"].lower()
    assert UNPACKED_BY[coding](packed.getvalue()) == plain.getvalue()


@pytest.mark.parametrize(
    ("media", "is_packed"),
    [
        ("application/geo+json", True),
        ("application/ld+json", True),
        ("application/vnd.citationstyles.csl+json", True),
        ("application/vnd.apache.parquet", False),
        ("application/gzip", False),
        ("image/png", False),
    ],
)
def test_texts_of_every_kind_are_packed_and_nothing_else(media: str, is_packed: bool) -> None:
    answer = HttpResponse("a" * 1000, content_type=media)
    request = RequestFactory().get("/", headers={"Accept-Encoding": "gzip"})
    packed = Packing(lambda _: answer)(request)

    assert isinstance(packed, HttpResponse)
    assert ("Content-Encoding" in packed) is is_packed


def test_who_has_a_packed_answer_is_told_when_it_still_holds(client: Client) -> None:
    publish(record(count(1, exactly(3))))
    packed = client.get("/api/v1/incidents/event-1/", headers={"Accept-Encoding": "br"})
    again = {"Accept-Encoding": "br", "If-None-Match": packed["ETag"]}

    assert packed["ETag"].startswith('W/"')
    assert client.get("/api/v1/incidents/event-1/", headers=again).status_code == 304


def test_who_can_unpack_nothing_gets_it_plain_with_a_strong_tag(client: Client) -> None:
    publish(record(count(1, exactly(3))))
    plain = client.get("/api/v1/incidents/event-1/")

    assert "Content-Encoding" not in plain
    assert plain["ETag"].startswith('"')
