"""Editions and what they cite, as bibliographies: other programs read them, whatever a title holds."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from archive.bibliography import FORMATS, read
from archive.citing import BIBLIOGRAPHIES, references_text, source_text, twin_text
from archive.record import Record
from tests.archive.citing.works import work
from tests.builders import count, exactly, publication, record, source
from tests.sheets import second_record, seed_record

EVERY_FORMAT = pytest.mark.parametrize(
    ("ending", "form"), [("ris", FORMATS["ris"]), ("bib", FORMATS["bibtex"]), ("csl.json", FORMATS["csl"])]
)
#: What one of the formats takes for its own, or HTML does.
TRAPS = "\\{}%$#&_~^\"'`-<>@,:;/=() \u2028 aZ9éپ"


@EVERY_FORMAT
@given(title=st.text(TRAPS, min_size=1, max_size=40).map(lambda text: text.strip() or "x"))
def test_any_title_reads_back_as_it_was(ending: str, form: Any, title: str) -> None:
    cited = work(record(title=title))
    (found,) = read(twin_text(ending, cited), form)

    assert found.source == cited.reference.source


def test_a_title_that_is_like_ris_itself_adds_no_entry() -> None:
    text = twin_text("ris", work(record(title="End ER  - TY  - NEWS")))

    assert [entry["title"] for entry in rispy.loads(text)] == ["End ER  - TY  - NEWS"]


def test_ris_says_what_reference_managers_ask_for() -> None:
    (entry,) = rispy.loads(twin_text("ris", work()))

    assert (entry["type_of_reference"], entry["authors"]) == ("ELEC", ["The Archive"])
    assert (entry["date"], entry["edition"]) == ("2026/08/07/", "3")
    assert entry["urls"] == ["https://archive.example.org/incidents/event-1/editions/3/"]


def test_bibtex_says_what_latex_asks_for_and_keeps_the_authors_name_whole() -> None:
    (entry,) = parse_string(twin_text("bib", work()), "bibtex").entries.values()

    assert entry.persons["author"][0].last_names == ["{The Archive}"]
    assert (entry.fields["year"], entry.fields["version"]) == ("2026", "3")


def test_csl_json_says_what_processors_ask_for() -> None:
    (entry,) = json.loads(twin_text("csl.json", work()))

    assert (entry["type"], entry["title"]) == ("webpage", "An event")
    assert entry["issued"] == {"date-parts": [[2026, 8, 7]]}


def test_an_edition_needs_no_name_of_the_archives_own_in_any_format() -> None:
    assert not [ending for ending in BIBLIOGRAPHIES if "archive-" in twin_text(ending, work()).lower()]


@EVERY_FORMAT
@pytest.mark.parametrize("event", [seed_record(), second_record()], ids=["k7m2qa", "m4s8td"])
def test_what_an_event_cites_reads_back_as_its_sources_and_publications(
    ending: str, form: Any, event: Record
) -> None:
    found = read(references_text(ending, event), form)

    assert {one.source.key for one in found} == {source.key for source in event.sources}
    for one in found:
        (own,) = [each for each in event.sources if each.key == one.source.key]
        assert one.source == own.model_copy(update={"relies_on": (), "former_keys": ()})


def test_what_is_cited_stands_in_the_order_of_the_references() -> None:
    event = record(count(1, exactly(3), ("s2", "s1")), count(2, exactly(4), "s3"))
    entries = json.loads(references_text("csl.json", event))

    assert [entry["id"] for entry in entries] == ["s2", "s1", "s3"]


@pytest.mark.parametrize("ending", BIBLIOGRAPHIES)
def test_a_record_that_cites_nothing_makes_an_empty_bibliography(ending: str) -> None:
    assert references_text(ending, record()).split() in ([], ["[", "]"])


def test_a_source_makes_one_entry_with_who_issued_it() -> None:
    text = source_text("csl.json", source("s1", publication="p1"), publication("p1", name="The Paper"))

    assert [entry["container-title"] for entry in json.loads(text)] == ["The Paper"]
