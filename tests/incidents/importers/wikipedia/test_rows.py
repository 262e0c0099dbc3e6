"""An article as a row: what tells it from others, and which cells it needs."""

from __future__ import annotations

import pytest

from archive.record import Source
from incidents.importers.formats.wikipedia import WIKIPEDIA
from incidents.importers.parsing.entry import Entry
from tests.incidents.importers.rows import dataset, parsed, refusal
from tests.incidents.importers.wikipedia.article import TEXT


def row(entry: Entry) -> Source:
    return next(source for source in entry.record.sources if source.key == entry.source)


def test_an_article_is_known_by_its_page_under_any_title() -> None:
    one, other = parsed("wikipedia", text=TEXT), parsed("wikipedia", title="Moved", text=TEXT)

    assert one.external_id == other.external_id == "en-77"
    assert one.record.id == one.source == other.record.id == "wikipedia-en-77"
    assert row(other).title == "Moved"


def test_without_its_page_it_is_known_by_its_title() -> None:
    assert parsed("wikipedia", page="", text=TEXT).external_id == "en-example-bombings"


def test_pages_of_one_number_in_two_languages_are_two() -> None:
    assert parsed("wikipedia", language="ur", text=TEXT).external_id == "ur-77"


def test_its_release_is_its_revision() -> None:
    entry = parsed("wikipedia", text=TEXT)

    assert (entry.release, row(entry).version) == ("123", "revision 123")
    assert row(entry).url == "https://en.wikipedia.org/w/index.php?title=Example_bombings&oldid=123"


def test_a_wiki_in_plain_words_is_written_in_its_language() -> None:
    entry = parsed("wikipedia", language="simple", text=TEXT)

    assert row(entry).language == "en"
    assert str(row(entry).url).startswith("https://simple.wikipedia.org/")


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("text", " \n", "text: is empty"),
        ("text", "Prose.", "has no summary box"),
        ("title", "", "title: is empty"),
        ("title", "x" * 3_000, "title: "),
        ("language", "example.org/#", "is not the language of a Wikipedia"),
        ("page", "seven", "page: “seven” is not its number in the wiki"),
        ("revision", "1.5", "revision: “1.5” is not its number"),
        ("date", "soon", "published: "),
    ],
)
def test_a_row_that_makes_no_draft_says_why(column: str, cell: str, reason: str) -> None:
    cells = {"title": "A", "text": TEXT, "language": "en", column: cell}

    assert reason in refusal(WIKIPEDIA, cells, dataset("wikipedia"))
