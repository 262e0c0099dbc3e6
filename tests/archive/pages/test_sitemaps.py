"""Sitemaps lead to everything published, with the true time of its last change, and to nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import fromstring

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive import catalogue, editions
from archive.figures import for_readers
from archive.pages import sitemaps
from archive.vocabulary import EditionKind
from tests.archive.published import publish, retract
from tests.builders import actor, record, responsible

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
BEGIN = datetime(2024, 2, 7, 12, 30, 15, 123456, tzinfo=UTC)


def told(client: Client, address: str, name: str = "loc") -> list[str]:
    """What each entry of the sitemap has under the name, without the archive's own address."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    found = fromstring(answer.content).iter(f"{{http://www.sitemaps.org/schemas/sitemap/0.9}}{name}")
    return [(each.text or "").removeprefix(SITE) for each in found]


def everything(client: Client) -> list[str]:
    return [page for file in told(client, "/sitemap.xml") for page in told(client, file)]


@pytest.mark.usefixtures("published")
def test_every_address_is_there_and_answers(client: Client) -> None:
    found = everything(client)

    assert len(found) == len(set(found))
    assert {"/", "/incidents/k7m2qa/february-2024-balochistan-bombings/", "/places/balochistan/"} <= {*found}
    assert {client.get(address).status_code for address in found} == {200}


def test_a_time_is_that_of_the_last_published_change(client: Client) -> None:
    catalogue.index(editions.append(for_readers(record()), at=BEGIN))
    later = BEGIN + timedelta(days=1)
    renewed = editions.append(for_readers(record(title="New")), kind=EditionKind.MAINTENANCE, at=later)
    catalogue.index(renewed)

    assert told(client, "/sitemaps/incidents/1.xml", "lastmod") == ["2024-02-07T12:30:15+00:00"]


def test_an_entitys_time_is_that_of_the_edition_that_its_page_follows(client: Client) -> None:
    for hours, name in enumerate(("Before", "After")):
        made = record(responsible(1, "g"), entities=[actor("g", name=name)])
        catalogue.index(editions.append(for_readers(made), at=BEGIN + timedelta(hours=hours)))

    assert told(client, "/sitemaps/actors/1.xml", "lastmod") == ["2024-02-07T13:30:15+00:00"]


def test_many_incidents_fill_several_files_each_once(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "FILE", 2)
    publish(*(record(id=f"e{number}") for number in range(5)))
    files = [file for file in told(client, "/sitemap.xml") if "incidents" in file]

    assert files == [f"/sitemaps/incidents/{number}.xml" for number in (1, 2, 3)]
    assert [told(client, file) for file in files] == [
        ["/incidents/e0/an-event/", "/incidents/e1/an-event/"],
        ["/incidents/e2/an-event/", "/incidents/e3/an-event/"],
        ["/incidents/e4/an-event/"],
    ]


def test_what_was_retracted_is_in_no_sitemap(client: Client) -> None:
    publish(record(title="Quondam"))
    retract("event-1")

    assert [page for page in everything(client) if "event-1" in page] == []


@pytest.mark.parametrize(
    "address", ["incidents/0.xml", "incidents/2.xml", "claims/1.xml", "actors/1.xml", f"actors/{10**30}.xml"]
)
def test_there_is_no_other_file(client: Client, address: str) -> None:
    publish(record())

    assert client.get(f"/sitemaps/{address}").status_code == 404


@pytest.mark.parametrize("incidents", [1, 5])
def test_a_file_takes_two_queries_however_much_there_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, incidents: int
) -> None:
    publish(*(record(responsible(1, f"g{n}"), id=f"e{n}") for n in range(incidents)))

    for name in ("incidents", "actors"):
        with django_assert_num_queries(2):
            client.get(f"/sitemaps/{name}/1.xml")


def test_robots_are_told_of_the_sitemap_and_kept_from_lists_without_end(client: Client) -> None:
    answer = client.get("/robots.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = answer.content.decode().splitlines()
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert {"Disallow: /*?", "Disallow: /desk/", "Disallow: /incidents.csv"} <= {*lines}


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("address", "is_kept"),
    [
        ("/incidents/", False),
        ("/incidents/?place=balochistan", True),
        ("/incidents/?q=mastung", True),
        ("/incidents/m4s8td/2018-mastung-bombing/", False),
        ("/incidents/m4s8td/2018-mastung-bombing/?rule=span", True),
        ("/incidents/m4s8td/history/?old=1&new=1", True),
    ],
)
def test_only_a_list_or_page_as_it_is_published_may_be_indexed(
    client: Client, address: str, is_kept: bool
) -> None:
    text = client.get(address).content.decode()

    assert ('<meta name="robots" content="noindex">' in text) is is_kept


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("address", ["/incidents.csv", "/incidents.atom", "/sitemap.xml"])
def test_files_are_not_indexed(client: Client, address: str) -> None:
    assert client.get(address)["X-Robots-Tag"] == "noindex"
