"""The pages of data: every table, every release with its files, and what is withdrawn of them."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive import editions
from archive.models import Edition
from archive.releases import Release
from tests.archive.pages.markup import Page
from tests.archive.pages.urdu import english_of
from tests.archive.published import publish, retract
from tests.archive.releases.archives import eventful, made
from tests.builders import count, exactly, place, record

pytestmark = pytest.mark.django_db

MEDIA = {
    "tables/claims.csv": "text/csv; charset=utf-8",
    "tables/claims.parquet": "application/vnd.apache.parquet",
    "editions.ndjson.gz": "application/gzip",
    "changes.ndjson": "application/x-ndjson",
    "datapackage.json": "application/json",
    "codebook.md": "text/markdown; charset=utf-8",
    "CITATION.cff": "application/yaml",
    "SHA256SUMS": "text/plain; charset=utf-8",
}
HOSTILE = [
    "../2026.11/release.json",
    "%2e%2e/2026.11/release.json",
    "..%2f..%2fsecret-key",
    "tables/../release.json",
    "tables//claims.csv",
    "tables",
    "tables/",
    "/etc/passwd",
    "release.json/",
    "RELEASE.JSON",
    "release.json%00",
    ".lock",
]


def at(file: str, version: str = "2026.11") -> str:
    return f"/data/releases/{version}/{file}"


def got(client: Client, address: str, **headers: str) -> Any:
    """The answer, read to its end, which closes the file."""
    answer = client.get(address, headers=headers)
    data = answer.getvalue()
    answer.getvalue = lambda: data  # type: ignore[method-assign]
    return answer


def links(page: Page) -> list[str]:
    return [each.attributes["href"] for each in page.all() if each.tag == "a"]


def page(client: Client, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    return Page(answer.content.decode())


@pytest.fixture
def release() -> Release:
    publish(record(count(1, exactly(3)), title="Quondam"), record(id="other"))
    return made()


def test_every_table_is_offered_in_every_format_and_each_is_there(client: Client) -> None:
    eventful()

    found = [link for link in links(page(client, "/data/")) if link.startswith("/api/v1/") and "." in link]

    assert {"/api/v1/citations.parquet", "/api/v1/attacks.geojson", "/api/v1/editions.csv"} <= set(found)
    assert [link for link in found if client.get(link).status_code != 200] == []


def test_an_archive_without_a_release_says_so(client: Client) -> None:
    assert "There is no release yet." in page(client, "/data/").html


def test_releases_are_listed_the_newest_first(client: Client, release: Release) -> None:
    made("2026.12")

    found = [link for link in links(page(client, "/data/")) if link.startswith("/data/releases/")]

    assert found == ["/data/releases/2026.12/", "/data/releases/2026.11/"]


def test_a_release_leads_to_all_its_files_with_their_digests(client: Client, release: Release) -> None:
    found = page(client, at(""))

    assert set(links(found)) >= {at(file) for file in (*release.sums, "SHA256SUMS")}
    assert all(digest in found.html for digest in release.sums.values())
    assert release.manifest.head in found.html


@pytest.mark.parametrize("file", MEDIA)
def test_a_file_is_given_out_as_it_is(client: Client, release: Release, file: str) -> None:
    answer = got(client, at(file))

    data = (release.path / file).read_bytes()
    assert (answer.status_code, answer.getvalue()) == (200, data)
    assert answer["Content-Type"] == MEDIA[file]
    assert answer["ETag"] == f'"{hashlib.sha256(data).hexdigest()}"'
    assert answer["Content-Length"] == str(len(data))


def test_who_has_a_file_is_not_sent_it_again(client: Client, release: Release) -> None:
    first = got(client, at("codebook.md"))

    again = got(client, at("codebook.md"), **{"If-None-Match": first["ETag"]})

    assert (again.status_code, again["ETag"]) == (304, first["ETag"])
    assert "immutable" in again["Cache-Control"]


def test_the_head_of_a_file_has_its_length_and_no_body(client: Client, release: Release) -> None:
    answer = client.head(at("tables/claims.csv"))

    assert answer["Content-Length"] == str(release.size("tables/claims.csv"))
    assert answer.content == b""


def test_a_file_that_may_be_closed_one_day_is_asked_for_each_time(client: Client, release: Release) -> None:
    assert got(client, at("tables/claims.csv"))["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("file", HOSTILE)
def test_nothing_but_a_file_of_the_release_is_given_out(client: Client, release: Release, file: str) -> None:
    assert got(client, at(file)).status_code in (301, 404)


@pytest.mark.parametrize("version", ["2026.12", "..", "%2e%2e", ".2026.11.unfinished", "x", "2026.11%00"])
def test_nothing_but_a_release_is_one(client: Client, release: Release, version: str) -> None:
    assert got(client, at("release.json", version)).status_code == 404
    assert got(client, at("", version)).status_code == 404


def test_after_a_retraction_no_file_of_an_earlier_release_tells_of_records(
    client: Client, release: Release
) -> None:
    retract("event-1", "It was a rumour.")

    answers = {file: got(client, at(file)) for file in (*release.sums, "SHA256SUMS")}

    assert {file for file, answer in answers.items() if answer.status_code == 200} == {
        "CITATION.cff",
        "SHA256SUMS",
        "changes.ndjson",
        "codebook.md",
        "datapackage.json",
        "record.schema.json",
        "release.json",
    }
    assert {answer.status_code for answer in answers.values()} == {200, 410}
    assert b"uondam" not in b"".join(answer.getvalue() for answer in answers.values())


def test_after_a_redaction_too_until_a_new_release(client: Client, release: Release) -> None:
    publish(record(title="Otherwise"))
    editions.redact(Edition.objects.get(incident="event-1", number=1), reason="It named somebody.")
    made("2026.12")

    assert got(client, at("editions.ndjson.gz")).status_code == 410
    assert got(client, at("editions.ndjson.gz", "2026.12")).status_code == 200
    assert "Withdrawn in part" in page(client, at("")).html
    assert "Withdrawn in part" not in page(client, at("", "2026.12")).html
    assert page(client, "/data/").html.count("withdrawn in part") == 1


def test_a_file_that_is_kept_elsewhere_is_closed_too(client: Client, release: Release) -> None:
    first = got(client, at("tables/claims.csv"))
    retract("event-1")

    assert got(client, at("tables/claims.csv"), **{"If-None-Match": first["ETag"]}).status_code == 410


def test_programs_find_everything_in_the_catalogue(client: Client) -> None:
    pakistan = place("pakistan", kind="country", name="Pakistan")
    publish(record(count(1, exactly(3)), place="pakistan", date="2024-02-07", entities=[pakistan]))
    release = made()

    answer = client.get("/data/catalog.jsonld")
    live, released = json.loads(answer.content)["dcat:dataset"]

    assert answer["Content-Type"] == "application/ld+json"
    assert len(live["dcat:distribution"]) > 30
    assert released["dcat:version"] == "2026.11"
    assert released["dcterms:temporal"]["dcat:startDate"]["@value"] == "2024-02-07"
    assert released["dcterms:spatial"][0]["skos:prefLabel"] == "Pakistan"
    assert released["dcterms:license"]["@id"] == settings.DATA_LICENCE_URL
    found = {each["@id"].removeprefix(settings.SITE_URL) for each in released["dcat:distribution"]}
    assert found == {at(file) for file in release.sums}


def test_search_engines_find_the_same_in_the_page(client: Client, release: Release) -> None:
    html = client.get("/data/").content.decode()
    text = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]

    catalogue = json.loads(text)

    assert catalogue["@type"] == "DataCatalog"
    assert [each["@type"] for each in catalogue["dataset"]] == ["Dataset", "Dataset"]
    assert catalogue["dataset"][1]["distribution"][0].keys() >= {"contentUrl", "encodingFormat", "sha256"}


def test_a_name_of_the_archive_that_looks_like_markup_stays_a_name(client: Client, settings: Any) -> None:
    settings.SITE_NAME = "</script><b>Archive</b>"

    assert "</script><b>" not in client.get("/data/").content.decode()


def test_the_page_of_a_release_speaks_urdu_to_readers_in_urdu(client: Client, release: Release) -> None:
    retract("event-1")

    assert english_of(client.get(f"/ur{at('')}").content.decode()) == []


def test_the_page_of_a_release_takes_one_query(
    client: Client, release: Release, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        client.get(at(""))
