"""Entries as people and programs write them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from archive.bibliography import (
    FORMATS,
    BibliographyError,
    Reference,
    bibtex,
    csl,
    format_of,
    read,
    ris,
    write,
)
from archive.vocabulary import SourceKind


def ris_entry(*lines: str) -> Reference:
    text = "\n".join(["TY  - NEWS", "TI  - One", *lines, "ER  - ", ""])
    return read(text, FORMATS["ris"])[0]


def bibtex_entry(fields: str, type: str = "article") -> Reference:
    return read(f"@{type}{{one, title = {{One}}, {fields}}}", FORMATS["bibtex"])[0]


def csl_item(**fields: Any) -> Reference:
    return read(json.dumps({"id": "one", "type": "webpage", "title": "One"} | fields), FORMATS["csl"])[0]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("DA  - 2024/02/07/", "2024-02-07"),
        ("DA  - 2024/02//", "2024-02"),
        ("DA  - 2024///circa", "2024~"),
        ("DA  - 2024-2-7", "2024-02-07"),
        ("PY  - 2024", "2024"),
        ("Y1  - 2024/2", "2024-02"),
        ("PY  - 0000", None),
        ("DA  - 2024/13/40/", None),
    ],
)
def test_dates_of_ris(line: str, published: str | None) -> None:
    assert ris_entry(line).source.published == published


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ("date = {2024-02-07}", "2024-02-07"),
        ("date = {2024-02-07/2024-02-09}", "2024-02-07/2024-02-09"),
        ("year = 2024, month = feb, day = 7", "2024-02-07"),
        ("year = 2024, month = {February}", "2024-02"),
        ("year = 2024, month = 2", "2024-02"),
        ("year = 2024, month = {Lent}, day = 3", "2024"),
        ("year = {in press}", None),
        ("month = feb", None),
    ],
)
def test_dates_of_bibtex(fields: str, published: str | None) -> None:
    assert bibtex_entry(fields).source.published == published


@pytest.mark.parametrize(
    ("issued", "published"),
    [
        ({"date-parts": [[2024, 2, 7]]}, "2024-02-07"),
        ({"date-parts": [["2024", "2"], [2024, 3]]}, "2024-02/2024-03"),
        ({"date-parts": [[2024]], "circa": True}, "2024~"),
        ({"literal": "2024-02"}, "2024-02"),
        ({"raw": "2024"}, "2024"),
        ({"date-parts": [["soon"]]}, None),
        ({"date-parts": None}, None),
        ({"date-parts": [[20240, 1]]}, None),
        ({"literal": "Spring 2024"}, None),
        ("2024", None),
    ],
)
def test_dates_of_csl(issued: Any, published: str | None) -> None:
    assert csl_item(issued=issued).source.published == published


def test_a_date_that_cannot_be_read_is_told() -> None:
    assert "published: “Spring 2024” is not a date" in csl_item(issued={"literal": "Spring 2024"}).flags[0]


def test_names_are_read_aloud() -> None:
    names = ("Asif Khan Jr", "The Desk")
    assert ris_entry("AU  - Khan, Asif, Jr", "A1  - The Desk").source.authors == names
    assert bibtex_entry("author = {van der Berg, Jr, Anna Maria and {The Desk}}").source.authors == (
        "Anna Maria van der Berg Jr",
        "The Desk",
    )
    people = [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van"}, {"literal": "The Desk"}]
    assert csl_item(author=[*people, {}, "no name"]).source.authors == ("Anna van Berg", "The Desk")
    assert csl_item(author="Anna").source.authors == ()


def test_a_value_of_several_lines_keeps_them() -> None:
    entry = ris_entry("AB  - First.", "", "Second.", "KW  - one").entry

    assert entry is not None
    assert entry["AB"] == ["First.\n\nSecond."]


def test_a_line_before_the_first_tag_of_an_entry_says_nothing() -> None:
    text = "TY  - NEWS\nTI  - One\nN1  - A note\nER  - \nTY  - NEWS\nstray\nTI  - Two\nER  - \n"

    assert read(text, FORMATS["ris"])[1].entry == {"TY": ["NEWS"], "TI": ["Two"]}


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("ris", ""),
        ("ris", "TY  - NEWS\nTI  - One\n"),
        ("bibtex", "@article{one, title = {One}"),
        ("bibtex", "One"),
        ("csl", "[{]"),
        ("csl", '[{"id": "one"}]'),
        ("csl", "[" * 100_000),
    ],
)
def test_a_text_of_another_form_is_refused(form: str, text: str) -> None:
    with pytest.raises(BibliographyError, match=r"entry 1|BibTeX|not JSON"):
        read(text, FORMATS[form])


def test_latex_that_cannot_be_read_is_taken_as_it_stands() -> None:
    assert bibtex.plain("a { b") == "a { b"


def test_an_unknown_type_is_a_report_and_stays_as_it_is() -> None:
    one = bibtex_entry("", "phdthesis")

    assert one.source.kind is SourceKind.REPORT
    assert write([one], FORMATS["bibtex"]).startswith("@phdthesis{one")


@pytest.mark.parametrize("form", [bibtex, csl, ris])
def test_every_kind_has_a_type(form: Any) -> None:
    assert set(form.TYPES) == set(SourceKind)


def test_an_identifier_wins_over_the_id_that_a_program_gave() -> None:
    assert csl_item(**{"citation-key": "khan2024"}).source.key == "khan2024"


def test_an_entry_without_id_and_title_gets_a_key_of_what_it_says() -> None:
    item = {"type": "webpage", "custom": {"archive-description": "A leaflet"}}
    first, second = (
        read(json.dumps(item | {"URL": f"https://example.org/{n}"}), FORMATS["csl"])[0] for n in "12"
    )

    assert first.source.key.startswith("untitled-")
    assert first.source.key != second.source.key


def test_one_key_twice_is_refused() -> None:
    items = [{"id": "one", "type": "webpage", "title": title} for title in ("One", "Two")]

    with pytest.raises(BibliographyError, match="“one” is in the bibliography twice"):
        read(json.dumps(items), FORMATS["csl"])


def test_every_bad_entry_is_named_with_its_field() -> None:
    items = [
        {"id": "one", "type": "webpage"},
        {"id": "two", "type": "webpage", "title": "Two", "author": [{"literal": "x" * 301}]},
        {"type": "webpage", "title": "\ud800"},
    ]
    with pytest.raises(BibliographyError) as caught:
        read(json.dumps(items), FORMATS["csl"])

    assert caught.value.problems == [
        "entry 1 (one): needs a title, or a description where the title is not known",
        "entry 2 (two): authors.0: has 301 characters: shorten it to 300",
        "entry 3: contains a control character: remove it",
    ]


def test_other_things_under_custom_stay() -> None:
    one = csl_item(custom={"theirs": 1, "archive-note": "Ours", "archive-unknown": "x"})

    assert one.source.note == "Ours"
    assert '"theirs": 1' in write([one], FORMATS["csl"])


@pytest.mark.parametrize(
    ("file", "name"), [("a.ris", "ris"), ("b.BIB", "bibtex"), ("c.json", "csl"), ("d.txt", None)]
)
def test_a_files_name_tells_its_format(file: str, name: str | None) -> None:
    form = format_of(file)

    assert (form.name if form else None) == name
