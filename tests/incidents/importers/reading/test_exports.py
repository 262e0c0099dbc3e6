"""A wiki's XML export is read as a table: each article is a row."""

from __future__ import annotations

import bz2
import gzip
import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.importers.formats.wikipedia import WIKIPEDIA
from incidents.importers.reading import LIMITS, FileError, Limits, Row, open_table
from tests.incidents.importers.reading.files import cells, file, read
from tests.incidents.importers.wikipedia.article import page, wiki

SMALL = replace(LIMITS, cell=200, row=300_000)
OLD = ("9", "2024-02-07T10:00:00Z", "older")
NEW = ("10", "2024-02-09T10:00:00Z", "newer")
TWO = (page(OLD), page(NEW, title="Another", id="78"))


def rows(folder: Path, content: str | bytes, limits: Limits = LIMITS, after: int = 0) -> list[Row]:
    raw = content.encode() if isinstance(content, str) else content
    return read(folder, raw, form=WIKIPEDIA, limits=limits, after=after)


def refused(folder: Path, content: str | bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(FileError) as caught:
        rows(folder, content, limits)
    return str(caught.value)


def test_an_article_is_a_row_with_the_words_of_its_newest_revision(tmp_path: Path) -> None:
    (row,) = cells(rows(tmp_path, wiki(page(OLD, NEW, OLD))))

    assert row == {
        "language": "en",
        "page": "77",
        "title": "Example bombings",
        "revision": "10",
        "date": "2024-02-09",
        "text": "newer",
    }


def test_rows_are_numbered_and_know_the_line_on_which_they_begin(tmp_path: Path) -> None:
    found = rows(tmp_path, wiki(*TWO))

    assert [(row.number, row.line) for row in found] == [(1, 2), (2, 3)]


def test_progress_is_told_in_bytes_of_the_file(tmp_path: Path) -> None:
    content = wiki(*TWO).encode()

    with open_table(file(tmp_path, content), WIKIPEDIA) as table:
        list(table.rows())

        assert table.bytes_read == table.bytes_total == len(content)


def test_reading_goes_on_behind_the_rows_that_were_read(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, wiki(*TWO), after=1)

    assert (row.number, row.cells["title"]) == (2, "Another")


def test_line_breaks_and_markup_of_the_text_stay(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, wiki(page(("1", "", "{{a\n|b=<ref>&amp;</ref>}}"))))

    assert row.cells["text"] == "{{a\n|b=<ref>&amp;</ref>}}"


@pytest.mark.parametrize(
    ("base", "language", "found"),
    [
        ("https://ur.wikipedia.org/wiki/A", "ur", "ur"),
        ("https://simple.wikipedia.org/wiki/Main_Page", "en", "simple"),
        ("https://en.m.wikipedia.org", "en", "en"),
        ("", "fr", "fr"),
        ("", "", "en"),
    ],
)
def test_the_language_is_the_one_in_the_wikis_address(
    tmp_path: Path, base: str, language: str, found: str
) -> None:
    (row,) = rows(tmp_path, wiki(page(OLD), base=base, language=language))

    assert row.cells["language"] == found


def test_pages_that_are_no_articles_are_passed_over(tmp_path: Path) -> None:
    template = page(OLD, title="Template:A", id="5").replace("<ns>0<", "<ns>10<")

    assert [row.cells["title"] for row in rows(tmp_path, wiki(template, page(OLD)))] == ["Example bombings"]
    assert "holds no article" in refused(tmp_path, wiki(template))


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (
            page(OLD, more='<redirect title="Another" />'),
            "is a redirect; export the article that it leads to, “Another”",
        ),
        (page(), "no revision with a text"),
        (page(("1", "now", "")), "no revision with a text"),
        (page(OLD, title=""), "has no title"),
        (page(("1", "now", "x" * 201)), "is longer than the 200 characters that are read"),
    ],
)
def test_a_page_that_is_no_whole_article_is_refused_by_itself(
    tmp_path: Path, broken: str, problem: str
) -> None:
    bad, good = rows(tmp_path, wiki(broken, page(OLD, id="78")), SMALL)

    assert problem in bad.problem
    assert len(bad.values) == 6
    assert not good.problem


def test_a_very_long_text_is_not_kept_in_memory(tmp_path: Path) -> None:
    (bad,) = rows(tmp_path, wiki(page(("1", "now", "x" * 3_000_000))), replace(SMALL, row=4_000_000))

    assert sum(map(len, bad.values)) < 400_000


def zipped(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Wikipedia.xml", content)
        archive.writestr("readme.md", "About")
    return packed.getvalue()


@pytest.mark.parametrize(
    "pack", [gzip.compress, bz2.compress, zipped, lambda content: b"\xef\xbb\xbf \n" + content]
)
def test_an_export_may_be_packed(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    assert len(rows(tmp_path, pack(wiki(*TWO).encode()))) == 2


ENTITIES = '<!DOCTYPE mediawiki [<!ENTITY a "b">]><mediawiki>&a;</mediawiki>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<html><body>404</body></html>", "is no export of a wiki, for it begins with <html>"),
        ("<mediawiki", "is XML that is damaged or cut off (line 1"),
        ("< none", "is XML that is damaged or cut off"),
        (ENTITIES, "is XML of a kind that no export is"),
        ('<?xml version="1.0" encoding="klingon"?><mediawiki/>', "is XML"),
        (
            wiki(),
            "holds no article; export articles from Wikipedia’s page Special:Export, each title exactly",
        ),
        (
            wiki(page(OLD), base="https://en.wikinews.org/wiki/A"),
            "“https://en.wikinews.org/wiki/A”, which is no",
        ),
        (f"<mediawiki>{'<a>' * 30}", "too deep in one another"),
        (f"<mediawiki><!--{'x' * 600_000}", "has a tag or a comment of more than 300,000 bytes"),
    ],
)
def test_a_file_that_is_no_export_is_refused_in_one_sentence(
    tmp_path: Path, content: str, words: str
) -> None:
    said = refused(tmp_path, content, SMALL)

    assert said.startswith("counts.csv: ")
    assert words in said


def test_an_export_that_is_cut_off_has_the_articles_before_the_cut(tmp_path: Path) -> None:
    seen: list[Row] = []
    path = file(tmp_path, wiki(*TWO).encode()[:-40])
    with (
        open_table(path, WIKIPEDIA) as table,
        pytest.raises(FileError, match=r"1 rows were read before that"),
    ):
        seen.extend(table.rows())

    assert [row.cells["page"] for row in seen] == ["77"]


def test_its_columns_may_also_stand_in_a_table(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, 'refused: line,title,text\n2,A,"{{B\n|c}}"\n')

    assert row.cells == {"title": "A", "text": "{{B\n|c}}"}


@given(st.data())
def test_a_damaged_export_ends_in_rows_or_one_clear_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = wiki(*TWO).encode()
    place = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(place, len(content)))
    stray = data.draw(st.sampled_from([b"", b"<", b"&", b"\0", b"<page>", b"</mediawiki>", b"\xff"]))
    folder = tmp_path_factory.mktemp("export")
    with suppress(FileError):
        found = rows(folder, content[:place] + stray + content[end:])
        assert all(row.problem or len(row.values) == 6 for row in found)
