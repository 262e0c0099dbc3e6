"""An article of a journal is no news, its DOI leads to it, and what no field takes is told."""

from __future__ import annotations

import pytest

from archive.bibliography import FORMATS, Reference, read
from archive.bibliography.doi import address_of
from archive.bibliography.untaken import untaken
from archive.vocabulary import PublicationKind, SourceKind

DOI = "10.1000/ab_c.1"
ENTRIES = {
    "bibtex": "@article{a, title = {One}, journal = {Journal}, volume = {3},"
    " doi = {10.1000/ab\\_c.1}, issn = {1}, archive-note = {x}}",
    "ris": f"TY  - JOUR\nTI  - One\nT2  - Journal\nVL  - 3\nDO  - {DOI}\n"
    "N1  - archive-note: x\nSN  - 1\nER  - \n",
    "csl": '{"type": "article-journal", "title": "One", "container-title": "Journal", "volume": 3,'
    f'"DOI": "{DOI}", "custom": {{"archive-note": "x"}}, "ISSN": "1"}}',
}


def one(form: str, text: str = "") -> Reference:
    (found,) = read(text or ENTRIES[form], FORMATS[form])
    return found


@pytest.mark.parametrize("form", ENTRIES)
def test_an_article_of_a_journal_is_no_news(form: str) -> None:
    found = one(form)

    assert found.source.kind is SourceKind.REPORT
    assert found.publication is not None
    assert found.publication.kind is not PublicationKind.NEWSPAPER


@pytest.mark.parametrize("form", ENTRIES)
def test_a_doi_is_the_address_where_there_is_no_other(form: str) -> None:
    assert one(form).source.url == f"https://doi.org/{DOI}"


@pytest.mark.parametrize("form", ENTRIES)
def test_what_no_field_takes_is_told(form: str) -> None:
    assert untaken(one(form)) == ("volume", "ISSN")


def test_a_doi_beside_an_address_is_not_taken() -> None:
    found = one(
        "csl", f'{{"type": "report", "title": "One", "DOI": "{DOI}", "URL": "https://example.org/a"}}'
    )

    assert (found.source.url, untaken(found)) == ("https://example.org/a", ("DOI",))


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (DOI, f"https://doi.org/{DOI}"),
        (f"doi:{DOI}", f"https://doi.org/{DOI}"),
        (f"http://dx.doi.org/{DOI}", f"https://doi.org/{DOI}"),
        ("10.1000/a<b>", "https://doi.org/10.1000/a%3Cb%3E"),
        ("no DOI", ""),
        ("", ""),
    ],
)
def test_a_doi_is_read_however_it_is_written(written: str, address: str) -> None:
    assert address_of(written) == address
