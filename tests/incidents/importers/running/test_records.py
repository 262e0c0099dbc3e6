"""Whole records: dossiers, lines of records, and another archive's export."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from archive.models import Edition
from archive.record import Record, canonical
from incidents.build import build
from incidents.importers.running.rejects import give_back
from incidents.importers.running.run import Wish, import_records
from incidents.models import Import, Incident
from tests.builders import count, exactly, record

pytestmark = pytest.mark.django_db


def lines(path: Path, *records: Record) -> Path:
    path.write_bytes(b"".join(canonical(each) + b"\n" for each in records))
    return path


def take(path: Path, *, publish: bool = False, dry_run: bool = False) -> Import:
    return import_records(path, Wish(publish=publish, dry_run=dry_run), lambda run, file: None)


def event(id: str, killed: int) -> Record:
    return record(count(1, exactly(killed), "paper"), id=id)


def test_records_of_another_archive_are_loaded_and_published(tmp_path: Path) -> None:
    run = take(lines(tmp_path / "all.ndjson", event("one", 3), event("two", 4)), publish=True)

    assert (run.new, run.published) == (2, 2)
    assert {edition.incident for edition in Edition.objects.all()} == {"one", "two"}


def test_a_second_run_changes_nothing_and_a_newer_file_what_it_says_otherwise(tmp_path: Path) -> None:
    file = lines(tmp_path / "all.ndjson", event("one", 3), event("two", 4))
    take(file, publish=True)

    again = take(file, publish=True)
    assert (again.unchanged, again.published) == (2, 0)

    newer = take(lines(tmp_path / "new.ndjson", event("one", 5), event("two", 4)), publish=True)
    assert (newer.changed, newer.unchanged, newer.published) == (1, 1, 1)


def test_what_makes_no_record_is_given_back_to_be_mended(tmp_path: Path) -> None:
    bad = orjson.loads(canonical(event("bad", 3))) | {"title": ""}
    file = lines(tmp_path / "all.ndjson", event("one", 3))
    file.write_bytes(file.read_bytes() + orjson.dumps(bad) + b"\n{not json\n")

    run = take(file)
    assert (run.new, run.refused) == (1, 2)

    give_back(run, tmp_path / "rejects.ndjson")
    given = [orjson.loads(line) for line in (tmp_path / "rejects.ndjson").read_bytes().splitlines()]
    assert "title" in given[0]["refused"]["reason"]
    assert given[1]["refused"]["line"] == 3

    (tmp_path / "mended.ndjson").write_bytes(orjson.dumps(given[0] | {"title": "An event"}) + b"\n")
    assert take(tmp_path / "mended.ndjson").new == 1
    assert build(Incident.objects.get(key="bad")).title == "An event"


def test_a_record_that_stands_in_the_file_twice_is_refused_the_second_time(tmp_path: Path) -> None:
    run = take(lines(tmp_path / "all.ndjson", event("one", 3), event("one", 4)))

    assert (run.new, run.refused) == (1, 1)
    assert "twice" in run.refusals.get().reason


def test_a_dry_run_stores_nothing(tmp_path: Path) -> None:
    run = take(lines(tmp_path / "all.ndjson", event("one", 3)), dry_run=True)

    assert run.new == 1
    assert not Incident.objects.exists()
    assert not Import.objects.exists()
