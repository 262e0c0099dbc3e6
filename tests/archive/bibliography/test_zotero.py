"""What is taken from Zotero's own exports, and how they go out again."""

from __future__ import annotations

import pytest

from archive.bibliography import FORMATS, Reference, read, write
from archive.vocabulary import PublicationKind, SourceKind
from tests.archive.bibliography import zotero

EXPORTS = {
    "ris": ("ris", zotero.RIS),
    "bibtex": ("bibtex", zotero.BIBTEX),
    "better bibtex": ("bibtex", zotero.BETTER_BIBTEX),
    "csl": ("csl", zotero.CSL),
}


def first(export: str) -> Reference:
    name, text = EXPORTS[export]
    return read(text, FORMATS[name])[0]


@pytest.mark.parametrize("export", EXPORTS)
def test_an_export_goes_out_again_as_it_came(export: str) -> None:
    name, text = EXPORTS[export]

    assert write(read(text, FORMATS[name]), FORMATS[name]) == text


@pytest.mark.parametrize("export", EXPORTS)
def test_author_publication_and_address_are_understood(export: str) -> None:
    one = first(export)

    assert one.source.kind is SourceKind.ARTICLE
    assert one.source.authors[0] == "Asif Khan"
    assert str(one.source.url).startswith("https://example.org/two")
    assert one.publication is not None
    assert (one.publication.key, one.publication.kind) == ("the-example-times", PublicationKind.NEWSPAPER)


@pytest.mark.parametrize(
    ("export", "published", "language"),
    [
        ("ris", "2024-02-07", "en-GB"),
        ("bibtex", "2024-02", "en-GB"),
        ("better bibtex", "2024-02-07", "en"),
        ("csl", "2024-02-07", "en-GB"),
    ],
)
def test_date_and_language_are_understood(export: str, published: str, language: str) -> None:
    one = first(export)

    assert (one.source.published, one.source.language) == (published, language)


def test_latex_is_read_as_people_read_it() -> None:
    assert first("bibtex").source.title == "Two blasts before Balochistan's vote & after"


def test_a_citation_key_becomes_the_key_and_survives() -> None:
    one = first("bibtex")

    assert one.source.key == "khan-two-2024"
    assert "@article{khan_two_2024," in write([one], FORMATS["bibtex"])


def test_somebodys_own_notes_stay_with_the_entry_and_do_not_become_public() -> None:
    assert first("csl").source.note == ""
    assert first("ris").source.note == ""


@pytest.mark.parametrize("export", EXPORTS)
def test_what_was_changed_since_is_written_anew_and_the_rest_stays(export: str) -> None:
    name, _ = EXPORTS[export]
    one = first(export)
    changed = one.source.model_copy(update={"title": "Another title", "published": None})
    text = write([Reference(changed, one.publication, name, one.entry)], FORMATS[name])

    assert "Another title" in text
    assert "Two blasts before" not in text
    assert "Khan, Asif" in text or '"family": "Khan"' in text
    assert read(text, FORMATS[name])[0].source == changed


def test_two_sources_with_one_citation_key_are_told_apart() -> None:
    one = first("bibtex")
    other = one.source.model_copy(update={"key": "another"})
    both = [one, Reference(other, one.publication, "bibtex", one.entry)]
    found = read(write(both, FORMATS["bibtex"]), FORMATS["bibtex"])

    assert [each.source.key for each in found] == ["khan-two-2024", "another"]
