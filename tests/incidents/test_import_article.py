"""Encyclopedia articles become drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.models import Edition
from incidents.articles import enter
from incidents.build import build
from incidents.models import Incident, Place, State
from sources.models import Source
from tests.incidents.importers.wikipedia.article import TEXT, article, box, export
from tests.incidents.test_commands import refused, run

pytestmark = pytest.mark.django_db

KEY = "wikipedia-en-example-bombings"


def file(folder: Path, text: str, name: str = "article.wiki") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_article_becomes_a_draft_and_is_not_published(tmp_path: Path) -> None:
    said = run("import_article", file(tmp_path, TEXT), title="Example bombings", revision="123")

    assert f"{KEY}: a draft with 15 claims" in said
    assert "4 references, 3 of them sources" in said
    assert "left out: inquiry: not taken over from summary boxes" in said
    assert Incident.objects.get().state == State.DRAFT
    assert not Edition.objects.exists()


def test_an_export_says_title_revision_and_day_by_itself(tmp_path: Path) -> None:
    text = export(("9", "2024-02-07T10:00:00Z", "older"), ("10", "2024-02-09T10:00:00Z", TEXT))
    run("import_article", file(tmp_path, text, "article.xml"))

    row = Source.objects.get(key=KEY)
    assert (row.version, row.published) == ("revision 10", "2024-02-09")
    assert row.url == "https://en.wikipedia.org/w/index.php?title=Example_bombings&oldid=10"


def test_what_is_loaded_builds_the_record_that_was_read() -> None:
    record = enter(article()).entry.record

    assert build(Incident.objects.get()).claims == record.claims


def test_an_article_that_is_here_already_is_refused(tmp_path: Path) -> None:
    enter(article())

    said = refused("import_article", file(tmp_path, TEXT), "--title", "Example bombings")
    assert f"is at the desk already, as incident “{KEY}”" in said


def test_what_the_library_knows_stays_as_it_is_there() -> None:
    Place.objects.create(key="pakistan", name="Islamic Republic of Pakistan", kind="country")
    enter(article())

    assert Place.objects.get(key="pakistan").name == "Islamic Republic of Pakistan"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.wiki", TEXT, "say --title"),
        ("a.xml", "<mediawiki", "not an XML export that can be read"),
        ("a.xml", '<!DOCTYPE x [<!ENTITY a "b">]><mediawiki>&a;</mediawiki>', "not an XML export"),
        ("a.xml", export(pages=2), "holds 2 pages"),
        ("a.xml", export(), "holds no revision"),
        ("a.xml", export(("1", "now", "No box.")), "has no summary box"),
        ("a.xml", export(("1", "now", box(title="x" * 10)), title="x" * 3000), "title"),
    ],
)
def test_a_file_that_makes_no_draft_says_why(tmp_path: Path, name: str, text: str, words: str) -> None:
    assert words in refused("import_article", file(tmp_path, text, name))
    assert not Incident.objects.exists()


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.wiki").write_bytes(b"\xff")

    assert "is not UTF-8 text" in refused("import_article", tmp_path / "a.wiki", "--title", "A")
    assert "cannot be read" in refused("import_article", tmp_path / "none.wiki", "--title", "A")
