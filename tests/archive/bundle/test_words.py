"""What the files of a release say, and that it is read again as it was written."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from archive.answers import EditionHeader
from archive.answers.texts import text_of
from archive.bundle import (
    BadBundle,
    BadLine,
    ClosedEdition,
    Held,
    Manifest,
    citation_text,
    closed_text,
    is_version,
    licence_text,
    manifest_text,
    package_text,
    read_edition,
    read_manifest,
    read_sums,
    sums_text,
    table_file,
)
from archive.columns import TABLES
from archive.vocabulary import EditionKind

NOW = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)
DIGEST = "0" * 64

digests = st.text("0123456789abcdef", min_size=64, max_size=64)
names = st.from_regex(r"[a-z0-9][a-zA-Z0-9._-]*(/[a-z0-9][a-zA-Z0-9._-]*)?", fullmatch=True)


def manifest(**more: Any) -> Manifest:
    plain: dict[str, Any] = {
        "version": "2026.11",
        "day": date(2026, 11, 30),
        "archive": "An Archive",
        "site": "https://archive.example.org",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "sequence": 7,
        "editions": 5,
        "head": DIGEST,
        "earliest": None,
        "latest": None,
        "rows": {"incidents": 3},
        "after": None,
    }
    return Manifest(**plain | more)


def header(note: str) -> EditionHeader:
    return EditionHeader(
        api_url="https://archive.example.org/api/v1/incidents/a/editions/1/",
        page_url="https://archive.example.org/incidents/a/editions/1/",
        incident="a",
        number=1,
        kind=EditionKind.FIRST,
        note=note,
        published_at=NOW,
        sha256=DIGEST,
        previous="",
        seal=DIGEST,
    )


@given(st.dictionaries(names, st.builds(Held, digests, st.integers(0)), max_size=5))
def test_sums_are_read_as_they_were_written(files: dict[str, Held]) -> None:
    assert read_sums(sums_text(files)) == {name: held.sha256 for name, held in files.items()}


@given(st.text())
def test_whatever_stands_among_the_sums_no_file_is_outside(name: str) -> None:
    try:
        found = read_sums(f"{DIGEST}  {name}")
    except BadBundle:
        return
    assert not any(PurePosixPath(file).is_absolute() or ".." in PurePosixPath(file).parts for file in found)


@given(st.text() | st.from_regex(r"[0-9]+([.-]+[0-9a-z]+)*", fullmatch=True))
def test_a_version_is_one_part_of_a_path_that_hides_nothing(text: str) -> None:
    if is_version(text):
        assert PurePosixPath(text).parts == (text,)
        assert text[0].isdigit()
        assert text.isascii()
        assert text.strip() == text


@given(st.text(), st.dictionaries(st.text(), st.text() | st.integers()))
def test_a_record_is_read_byte_for_byte_whatever_the_note_says(note: str, record: dict[str, Any]) -> None:
    text = json.dumps(record)

    line = read_edition(f'{text_of(header(note))[:-1]},"record":{text}}}\n'.encode())

    assert (line.text, line.is_open, line.said.note) == (text, True, note)


@given(st.text() | st.none(), st.text())
def test_a_closed_edition_is_read_as_it_was_written(note: str | None, reason: str) -> None:
    own = header("").model_dump(exclude={"api_url", "page_url", "note"})
    closed = ClosedEdition(**own, note=note, closed_at=NOW, reason=reason)

    line = read_edition(closed_text(closed).encode())

    assert (line.said, line.text, line.is_open) == (closed, "", False)


def test_a_record_that_is_no_text_is_refused() -> None:
    with pytest.raises(BadLine, match="not in UTF-8"):
        read_edition(text_of(header(""))[:-1].encode() + b',"record":"\xff"}')


def test_a_manifest_is_read_as_it_was_written() -> None:
    assert read_manifest(manifest_text(manifest())) == manifest()


@pytest.mark.parametrize(("change", "said"), [({"form": 2}, "form"), ({"day": "x"}, "day"), ({"x": 1}, "x")])
def test_a_manifest_of_another_form_is_refused(change: dict[str, Any], said: str) -> None:
    text = json.dumps(json.loads(manifest_text(manifest())) | change).encode()

    with pytest.raises(BadBundle, match=rf"release\.json: {said}: "):
        read_manifest(text)


def test_what_is_no_json_is_no_manifest() -> None:
    with pytest.raises(BadBundle, match=r"release\.json: the file: "):
        read_manifest(b"{")


@given(st.text(min_size=1).filter(str.isprintable))
def test_a_name_of_the_archive_stays_one_text_in_its_citation(name: str) -> None:
    said = yaml.safe_load(citation_text(manifest(archive=name)))

    assert said["authors"][0]["name"] == name


def test_without_terms_none_are_named() -> None:
    free = manifest(licence="", licence_url="")
    files = {table_file(table.name, "csv"): Held(DIGEST, 1) for table in TABLES}

    assert "license-url" not in citation_text(free)
    assert "has not said on which terms" in licence_text(free, [])
    assert "licenses" not in json.loads(package_text(free, files))


def test_terms_that_cannot_be_read_anywhere_are_named_alone() -> None:
    assert "under CC BY 4.0.\n" in licence_text(manifest(licence_url=""), [])
