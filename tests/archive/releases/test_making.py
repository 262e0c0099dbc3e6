"""A release is whole, describes itself, and never changes."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from archive import editions
from archive.models import Edition
from archive.releases import ReleaseError, all_releases, make
from archive.releases.writing import new_folder
from tests.archive.published import publish, retract
from tests.archive.releases.archives import DAY, bytes_of, eventful, made
from tests.builders import count, exactly, publication, record, source

pytestmark = pytest.mark.django_db


def lines(folder: Path) -> list[dict[str, Any]]:
    with gzip.open(folder / "editions.ndjson.gz") as file:
        return [json.loads(line) for line in file]


def test_the_same_archive_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    eventful()
    first = made()
    with override_settings(RELEASES_DIR=tmp_path):
        second = made()

    assert bytes_of(first.path) == bytes_of(second.path)


def test_every_file_but_the_sums_is_in_the_sums() -> None:
    publish(record())

    release = made()

    files = bytes_of(release.path)
    assert {
        name: hashlib.sha256(files[name]).hexdigest() for name in files if name != "SHA256SUMS"
    } == release.sums
    assert list(release.problems()) == []


def test_the_head_is_the_digest_of_all_seals_in_the_order_of_publication() -> None:
    publish(record(title="A"), record(id="b"), record(title="C"))

    release = made()

    seals = "".join(f"{line['seal']}\n" for line in lines(release.path))
    assert [line["incident"] for line in lines(release.path)] == ["event-1", "b", "event-1"]
    assert release.manifest.head == hashlib.sha256(seals.encode()).hexdigest()


def test_of_what_is_closed_there_is_no_word_of_its_record() -> None:
    publish(record(title="Quondam"))
    editions.append(record(title="Quondam too"), note="Quondam was named.")
    publish(record(id="other", title="Quondam"), record(id="other"))
    editions.redact(Edition.objects.get(incident="other", number=1), reason="It named somebody.")
    retract("event-1", "It was a rumour.")

    release = made()

    said = "".join(json.dumps(line) for line in lines(release.path))
    everything = said.encode() + b"".join(bytes_of(release.path).values())
    assert b"uondam" not in everything
    assert [line.get("reason") for line in lines(release.path)] == [
        "It was a rumour.",
        "It was a rumour.",
        "It named somebody.",
        None,
        "It was a rumour.",
    ]


def test_the_rows_of_every_table_are_counted() -> None:
    eventful()

    release = made()

    for table, rows in release.manifest.rows.items():
        with (release.path / f"tables/{table}.csv").open(encoding="utf-8", newline="") as file:
            assert sum(1 for _ in csv.reader(file)) == rows + 1, table
    assert release.manifest.rows["incidents"] > 2


def test_a_version_that_is_there_is_not_made_again() -> None:
    publish(record())
    before = bytes_of(made().path)

    with pytest.raises(ReleaseError, match="releases never change"):
        made()

    assert bytes_of(all_releases()[0].path) == before


@pytest.mark.parametrize(
    "version", ["", "..", "../x", "a", "1/2", "1..2", ".1", "1 2", "1\n", "2026.11.", "1" * 41]
)
def test_what_is_no_version_is_refused(version: str) -> None:
    with pytest.raises(ReleaseError, match="is no version"):
        made(version)

    assert list(Path(settings.RELEASES_DIR).iterdir()) == []


def test_a_release_that_was_stopped_is_never_seen_and_cleared_by_the_next() -> None:
    publish(record())
    left = Path(settings.RELEASES_DIR) / ".2026.10.unfinished"
    left.mkdir()
    (left / "release.json").write_text("{")
    assert all_releases() == []

    made()

    assert [release.version for release in all_releases()] == ["2026.11"]
    assert not left.exists()


def test_two_are_not_made_at_once() -> None:
    with new_folder("1"), pytest.raises(ReleaseError, match="Another release is being made"):
        made("2")


def test_an_error_on_the_way_leaves_nothing() -> None:
    class Stopped(Exception):
        pass

    def stop(file: str) -> None:
        if file == "claims":
            raise Stopped

    with pytest.raises(Stopped):
        make("1", DAY, stop)

    assert [path.name for path in Path(settings.RELEASES_DIR).iterdir()] == [".lock"]


def test_it_says_what_came_to_pass_since_the_last_one() -> None:
    publish(record(title="A"), record(id="b"), record(id="c"))
    made("1")
    publish(record(title="A2"), record(title="A3"), record(id="new"))
    retract("b")
    editions.redact(Edition.objects.get(incident="event-1", number=1), reason="It named somebody.")

    changes = (made("2").path / "CHANGES.md").read_text("utf-8")

    assert "# Release 2: what came to pass since release 1 of 2026-11-30" in changes
    assert "## New: 1\n\n- `new`, edition 1\n" in changes
    assert "## Updated: 1\n\n- `event-1`, edition 3, 2 times\n" in changes
    assert "## Retracted: 1\n\n- `b`, edition 2\n" in changes
    assert "## Redacted: 1\n\n- `event-1`, edition 1\n" in changes


def test_the_licence_of_each_dataset_stands_in_it() -> None:
    dataset = publication("ged", name="A dataset", kind="dataset", licence="CC BY 4.0, its makers")
    publish(record(count(1, exactly(3)), entities=[dataset, source("s1", publication="ged")]))

    text = (made().path / "LICENCE.md").read_text("utf-8")

    assert "- A dataset (`ged`): CC BY 4.0, its makers\n" in text
    assert settings.DATA_LICENCE in text


def test_an_empty_archive_makes_a_release_too() -> None:
    assert made().manifest.editions == 0


def test_rows_stand_in_the_order_of_their_bytes_whatever_the_database_sorts_by() -> None:
    ids = ["a-b", "a1", "ab", "a-1", "aa"]
    publish(*(record(id=each) for each in ids))

    with (made().path / "tables/editions.csv").open(encoding="utf-8", newline="") as file:
        assert [row["incident"] for row in csv.DictReader(file)] == sorted(ids)
