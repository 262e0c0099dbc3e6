"""An edition, cited in one line."""

from __future__ import annotations

from datetime import date

from archive.asked import Asked
from archive.vocabulary import Rule
from tests.archive.citing.works import work
from tests.builders import record


def test_the_line_names_author_title_edition_day_and_permanent_address() -> None:
    assert work().line.text == (
        "The Archive, “An event”, edition 3, 7 August 2026, "
        "https://archive.example.org/incidents/event-1/editions/3/"
    )


def test_the_line_says_what_the_reader_asked_and_its_address_shows_that_again() -> None:
    line = work(asked=Asked(rule=Rule.LOWEST, known_at=date(2018, 7, 13))).line

    assert line.after == (
        ", edition 3, 7 August 2026, as known on 13 July 2018, figures by the lowest number, "
    )
    assert line.address.endswith("/editions/3/?known_at=2018-07-13&rule=lowest")


def test_an_entry_of_a_bibliography_says_and_leads_to_what_the_reader_asked() -> None:
    seen = work(asked=Asked(known_at=date(2018, 7, 13))).reference.source

    assert seen.version == "3, as known on 13 July 2018"
    assert seen.url == "https://archive.example.org/incidents/event-1/editions/3/?known_at=2018-07-13"
    assert seen.key != work().reference.source.key


def test_an_archive_without_a_name_signs_nothing() -> None:
    nameless = work(archive="")

    assert nameless.line.text.startswith("“An event”, edition 3")
    assert nameless.reference.source.authors == ()


def test_the_key_in_a_bibliography_tells_editions_apart_however_long_the_id() -> None:
    long = record(id="-".join(["abcde"] * 16) + "-xyz")
    keys = {work(long, edition=number).reference.source.key for number in (1, 2)}

    assert len(keys) == 2
    assert all(len(key) <= 100 for key in keys)
