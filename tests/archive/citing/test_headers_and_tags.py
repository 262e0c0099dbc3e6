"""What a page says of itself to programs: its Link header, and the tags in its head."""

from __future__ import annotations

from archive.citing import TWINS, link_header, tags
from tests.archive.citing.works import LICENCE, SITE, work


def test_the_header_says_how_to_cite_the_page_what_else_it_is_and_under_which_licence() -> None:
    first, *twins, last = link_header("/incidents/event-1/", work()).split(", ")

    assert first == f'<{SITE}/incidents/event-1/editions/3/>; rel="cite-as"'
    assert last == f'<{LICENCE}>; rel="license"'
    assert len(twins) == len(TWINS)
    assert twins[-1] == (
        f'<{SITE}/incidents/event-1.csl.json>; rel="alternate"; '
        'type="application/vnd.citationstyles.csl+json"'
    )


def test_without_a_licence_the_header_names_none() -> None:
    assert "license" not in link_header("/incidents/event-1/", work(licence=""))


def test_reference_managers_find_title_author_day_and_permanent_address() -> None:
    said = {tag.name: tag.content for tag in tags(work()) if tag.attribute == "name"}

    assert said == {
        "citation_title": "An event",
        "citation_author": "The Archive",
        "citation_publication_date": "2026/08/07",
        "citation_public_url": f"{SITE}/incidents/event-1/editions/3/",
        "citation_language": "en",
    }


def test_who_shares_the_page_shares_its_title_and_address() -> None:
    said = {tag.name: tag.content for tag in tags(work()) if tag.attribute == "property"}

    assert (said["og:title"], said["og:url"]) == ("An event", f"{SITE}/incidents/event-1/an-event/")
    assert (said["og:type"], said["og:site_name"]) == ("website", "The Archive")


def test_an_archive_without_a_name_is_not_named() -> None:
    names = {tag.name for tag in tags(work(archive=""))}

    assert not names & {"citation_author", "og:site_name"}
