"""A release that was changed, or is another archive's, is not loaded; it is said where it is wrong."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import orjson
import pytest
from django.core.management import CommandError, call_command

from archive import editions
from archive.bundle import BadBundle, Held, read_sums, sums_text
from archive.folders import digest_of
from archive.models import Change, Edition
from archive.releases import LoadRefused, Release, load, release_at
from tests.archive.published import publish, retract
from tests.archive.releases.archives import emptied, made
from tests.builders import record

pytestmark = pytest.mark.django_db

Line = dict[str, Any]
Rewrite = Callable[[list[bytes]], list[bytes]]


@pytest.fixture
def release() -> Release:
    """Six editions in six changes; the archive is empty again."""
    publish(*(record(title=title) for title in "ABC"), *(record(id="b", title=title) for title in "DEF"))
    found = made()
    emptied()
    return found


def rewritten(release: Release, change: Rewrite, file: str = "editions.ndjson.gz") -> None:
    """Change the lines of a file, and see to it that the sums are right again."""
    path = release.path / file
    unpack, pack = (gzip.decompress, gzip.compress) if file.endswith("gz") else (bytes, bytes)
    path.write_bytes(pack(b"".join(change(unpack(path.read_bytes()).splitlines(keepends=True)))))
    sums = {**release.sums, file: digest_of(path)}
    held = {name: Held(digest, 0) for name, digest in sums.items()}
    (release.path / "SHA256SUMS").write_text(sums_text(held))


def of_line(number: int, change: Callable[[Line], Line | None]) -> Rewrite:
    def changed(lines: list[bytes]) -> list[bytes]:
        said = change(json.loads(lines[number - 1]))
        lines[number - 1] = orjson.dumps(said) + b"\n" if said else b""
        return lines

    return changed


CHANGED: dict[str, tuple[Rewrite, str]] = {
    "a word of a record": (
        lambda lines: [line.replace(b'"title":"E"', b'"title":"X"') for line in lines],
        "line 5: b, edition 2: its record is not the one whose digest it carries",
    ),
    "a note": (
        of_line(5, lambda line: line | {"note": "Nothing happened."}),
        "line 5: b, edition 2: its seal does not fit",
    ),
    "a time": (
        of_line(5, lambda line: line | {"published_at": "2020-01-01T00:00:00Z"}),
        "line 5: b, edition 2: its seal does not fit",
    ),
    "a seal": (of_line(5, lambda line: line | {"seal": "0" * 64}), "line 5: by changes.ndjson"),
    "an edition that is gone": (of_line(5, lambda line: None), "line 5: by changes.ndjson"),
    "the last edition gone": (of_line(6, lambda line: None), "at its end: b, edition 3 is missing"),
    "one more": (lambda lines: [*lines, lines[-1]], "line 7: no change tells of this edition"),
    "two in another order": (
        lambda lines: [*lines[:3], lines[4], lines[3], lines[5]],
        "line 4: by changes.ndjson",
    ),
    "no JSON": (lambda lines: [*lines[:4], b"{\n", lines[5]], "line 5: "),
    "no edition": (lambda lines: [*lines[:4], b"{}\n", lines[5]], "line 5: incident: Field required"),
    "bytes that are no text": (lambda lines: [*lines[:4], b"\xff\n", lines[5]], "line 5: "),
}


@pytest.mark.parametrize("what", CHANGED)
def test_a_changed_edition_is_refused_with_its_line(release: Release, what: str) -> None:
    change, said = CHANGED[what]
    rewritten(release, change)

    with pytest.raises(LoadRefused) as refused:
        load(release.path, batch=2)

    assert said in str(refused.value)


def test_whole_batches_before_the_wrong_line_stay(release: Release) -> None:
    rewritten(release, CHANGED["a note"][0])

    with pytest.raises(LoadRefused):
        load(release.path, batch=2)

    assert Edition.objects.count() == Change.objects.count() == 4
    assert list(editions.verify()) == []


def test_a_file_that_is_not_that_of_the_sums_is_refused_before_anything_is_read(release: Release) -> None:
    (release.path / "editions.ndjson.gz").write_bytes(b"nothing")

    with pytest.raises(LoadRefused, match="not the file whose digest stands in SHA256SUMS"):
        load(release.path)

    assert not Edition.objects.exists()


def test_a_file_that_cannot_be_unpacked_is_refused(release: Release) -> None:
    path = release.path / "editions.ndjson.gz"
    path.write_bytes(path.read_bytes()[:-200])
    sums = {name: Held(digest, 0) for name, digest in release.sums.items()}
    sums["editions.ndjson.gz"] = Held(digest_of(path), 0)
    (release.path / "SHA256SUMS").write_text(sums_text(sums))

    with pytest.raises(LoadRefused, match="cannot be unpacked"):
        load(release.path)


def test_another_head_is_refused(release: Release) -> None:
    manifest = json.loads((release.path / "release.json").read_bytes())
    (release.path / "release.json").write_text(json.dumps(manifest | {"head": "0" * 64}))

    with pytest.raises(LoadRefused, match="gives the head"):
        load(release.path)


def test_a_change_that_follows_a_later_one_is_refused(release: Release) -> None:
    rewritten(release, lambda lines: [lines[0], *lines], "changes.ndjson")

    with pytest.raises(LoadRefused, match=r"changes\.ndjson, line 2"):
        load(release.path)


def test_another_archive_takes_nothing_of_it(release: Release) -> None:
    publish(record(id="own"))

    with pytest.raises(LoadRefused, match="it is no copy of that one"):
        load(release.path)

    assert Edition.objects.count() == 1


@pytest.mark.parametrize("file", ["release.json", "SHA256SUMS"])
def test_what_is_no_release_is_refused(release: Release, file: str) -> None:
    (release.path / file).unlink()

    with pytest.raises(CommandError, match="is no release"):
        call_command("load_editions", str(release.path))


def test_any_file_of_a_release_leads_to_it(release: Release) -> None:
    assert load(release.path / "release.json").stored == 6


@pytest.mark.parametrize(
    "line", ["x", f"{'0' * 64}  ../secret", f"{'0' * 64}  /etc/passwd", f"{'0' * 64}  a/../b"]
)
def test_sums_name_files_of_the_release_alone(line: str) -> None:

    with pytest.raises(BadBundle, match="line 1"):
        read_sums(line)


# What the origin says of it later


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("verify", *arguments, stdout=out, stderr=out)
    return out.getvalue()


def test_verify_says_that_nothing_of_a_release_was_rewritten_and_what_was_closed_since() -> None:
    publish(record(title="A"), record(title="B"), record(id="b"))
    release = made()
    publish(record(title="C"))
    editions.redact(Edition.objects.get(incident="event-1", number=1), reason="It named somebody.")
    retract("b", "It was a rumour.")

    text = said("--release", str(release.path))

    assert f"Nothing of what release 2026.11 holds was rewritten. Its head: {release.manifest.head}" in text
    assert "event-1, edition 1: redacted on " in text
    assert "b, edition 2: retracted on " in text


def test_verify_finds_an_archive_in_which_something_was_rewritten_and_sealed_again() -> None:
    publish(record(title="A"), record(id="b", title="B"))
    release = made()
    emptied()
    publish(record(title="A"), record(id="b", title="Otherwise"))

    with pytest.raises(CommandError, match="not the one of which"):
        said("--release", str(release.path))


def test_verify_finds_a_file_that_was_changed() -> None:
    publish(record())
    release = made()
    Path(release.path / "CHANGES.md").write_text("Nothing.")

    with pytest.raises(CommandError, match="not the one of which"):
        said("--release", str(release.path))
    assert release_at(release.path).version == "2026.11"
