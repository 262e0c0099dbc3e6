"""Bibliographies taken into the library, and written out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.record import Publication as PublicationPart
from archive.record import Source as SourcePart
from incidents.load import load
from incidents.models import Snapshot
from sources.models import BibliographyEntry, Publication, Source
from tests.archive.bibliography import zotero
from tests.builders import count, exactly, publication, record, source
from tests.incidents.test_commands import refused, run

pytestmark = pytest.mark.django_db

FILES = {"ris": zotero.RIS, "bib": zotero.BIBTEX, "json": zotero.CSL}
NAMES = {"ris": "ris", "bib": "bibtex", "json": "csl"}


def file(folder: Path, text: str, ending: str = "ris") -> Path:
    path = folder / f"library.{ending}"
    path.write_text(text, encoding="utf-8")
    return path


def at_the_desk(*sources: SourcePart, issuers: tuple[PublicationPart, ...] = ()) -> None:
    keys = tuple(one.key for one in sources)
    load(record(count(1, exactly(3), keys), entities=(*sources, *issuers)))


@pytest.mark.parametrize("ending", FILES)
def test_what_zotero_exports_goes_out_again_as_it_came(tmp_path: Path, ending: str) -> None:
    run("import_sources", file(tmp_path, FILES[ending], ending))

    assert run("export_sources", format=NAMES[ending]) == FILES[ending]


@pytest.mark.parametrize("form", ["ris", "bibtex", "csl"])
def test_the_library_survives_the_way_through_a_file(tmp_path: Path, form: str) -> None:
    issuer = publication("dawn", name="Dawn", licence="All rights reserved")
    at_the_desk(
        source("s1", "[2024-02-07,2024-02-08]", publication="dawn", note="  {odd} 100%", kind="analysis"),
        source("s2", title="", description="A leaflet", authors=("Asif Khan", "Li, Ng and others")),
        issuers=(issuer,),
    )
    before = list(Source.objects.values()), list(Publication.objects.values())
    path = tmp_path / "library.txt"
    path.write_text(run("export_sources", format=form), encoding="utf-8")

    said = run("import_sources", path, format=form)
    assert "s1: unchanged" in said
    assert "0 new, 0 changed, 2 unchanged" in said
    assert (list(Source.objects.values()), list(Publication.objects.values())) == before


def test_a_source_of_the_same_key_is_changed_and_its_states_are_kept(tmp_path: Path) -> None:
    at_the_desk(source("s1", "2024-02-07", note="Read by us."))
    entry = "TY  - NEWS\nID  - s1\nTI  - Another title\nER  - \n"

    assert "s1: changed" in run("import_sources", file(tmp_path, entry))
    row = Source.objects.get()
    assert (row.title, row.published, row.note) == ("Another title", "2024-02-07", "Read by us.")
    assert Snapshot.objects.filter(subject="sources", key="s1").count() == 2


def test_a_source_at_the_same_address_is_taken_and_given_what_it_lacks(tmp_path: Path) -> None:
    at_the_desk(source("s1", url="https://example.org/a/"))
    entry = "TY  - NEWS\nTI  - Another title\nDA  - 2024/02/07/\nUR  - http://www.example.org/a\nER  - \n"

    assert "s1: changed (in the file: another-title-" in run("import_sources", file(tmp_path, entry))
    row = Source.objects.get()
    assert (row.title, row.published) == ("Title s1", "2024-02-07")


def test_a_source_of_the_same_title_publication_and_date_is_taken(tmp_path: Path) -> None:
    issuer = publication("dawn", name="Dawn")
    at_the_desk(source("s1", "2024-02-07", publication="dawn"), issuers=(issuer,))
    entry = "TY  - NEWS\nTI  - TITLE S1\nT2  - DAWN\nDA  - 2024/02/07/\nER  - \n"

    assert "s1: in the library already" in run("import_sources", file(tmp_path, entry))
    assert Publication.objects.count() == 1


def test_two_entries_of_one_file_stay_two(tmp_path: Path) -> None:
    entry = "TY  - NEWS\nTI  - {}\nUR  - https://example.org/a\nER  - \n"

    run("import_sources", file(tmp_path, entry.format("First version") + entry.format("Second version")))
    assert Source.objects.count() == 2


def test_what_a_source_cannot_take_over_is_told_and_stays_with_the_entry(tmp_path: Path) -> None:
    entry = "TY  - NEWS\nTI  - One\nLA  - English\nDA  - Spring\nER  - \n"
    said = run("import_sources", file(tmp_path, entry))

    assert "entry 1: language: “English” is not a language code" in said
    assert "entry 1: published: “Spring” is not a date that the archive can read" in said
    assert run("export_sources") == entry


def test_a_dry_run_says_the_same_and_stores_nothing(tmp_path: Path) -> None:
    said = run("import_sources", file(tmp_path, zotero.RIS), "--dry-run")

    assert "2 new" in said
    assert "a dry run" in said
    assert not Source.objects.exists()
    assert not BibliographyEntry.objects.exists()


def test_a_bad_entry_is_named_and_nothing_is_stored(tmp_path: Path) -> None:
    entries = "TY  - NEWS\nTI  - One\nER  - \n\nTY  - NEWS\nID  - two\nAU  - Khan\nER  - \n"
    said = refused("import_sources", file(tmp_path, entries))

    assert "library.ris: entry 2 (two): needs a title" in said
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "say --format"),
        ("a.ris", b"\xff\xfe", "is not UTF-8 text"),
        ("a.ris", b"", "does not run from a line"),
        ("a.ris", b"TY  - NEWS\nTI  - One\x00\nER  - \n", "control character"),
        ("a.bib", b"@article{a, title = {One}", "not BibTeX"),
        ("a.bib", b"", "holds no entry"),
        ("a.json", b"[{]", "not JSON"),
        ("a.json", b'[{"id": "a"}]', "entry 1: is not an item of CSL-JSON"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert words in refused("import_sources", path)


def test_a_missing_file_and_an_unknown_key_are_named(tmp_path: Path) -> None:
    assert "cannot be read" in refused("import_sources", tmp_path / "none.ris")
    assert "There is no source “nowhere”" in refused("export_sources", "nowhere")


def test_only_the_sources_that_are_named_are_written() -> None:
    at_the_desk(source("s1"), source("s2"))

    assert "Title s1" not in run("export_sources", "s2")
