"""The command loses no row: each is loaded, or given back with its line, the reason and its cells."""

from __future__ import annotations

import csv
import gzip
import logging
import os
import signal
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from archive.models import Edition
from incidents.importers.running import course
from incidents.models import Dataset, DatasetRow, Import, Incident
from sources.models import Publication
from tests.incidents.importers.running.files import take, write

pytestmark = pytest.mark.django_db

ROWS = [{"id": "1"}, {"id": "x"}, {"id": "3", "best": "many"}, {"id": "4", "date_start": "2014-13-45"}]


def run(*arguments: object, form: str = "ucdp", **options: Any) -> str:
    out = StringIO()
    call_command("import_events", form, *map(str, arguments), stdout=out, stderr=out, **options)
    return out.getvalue()


def refused(*arguments: object, **options: Any) -> str:
    with pytest.raises(CommandError) as caught:
        run(*arguments, **options)
    return str(caught.value)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mended(path: Path, **cells: str) -> Path:
    """The file of rejects, each row with these cells."""
    rows = table(path)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows({**row, **cells, "id": str(number)} for number, row in enumerate(rows, start=100))
    return path


def test_every_row_is_loaded_or_given_back_with_line_reason_and_cells(tmp_path: Path) -> None:
    file, rejects = write(tmp_path / "ged.csv", "ucdp", ROWS), tmp_path / "rejects.csv"

    said = run(file, rejects=rejects)

    assert "3  refused" in said
    given_back = table(rejects)
    assert [row["id"] for row in given_back] == ["x", "3", "4"]
    assert len(given_back) + DatasetRow.objects.count() == len(ROWS)
    assert [next(iter(row.values())) for row in given_back] == ["3", "4", "5"]
    assert all(list(row.values())[1] for row in given_back)
    assert given_back[1]["best"] == "many"


def test_rejects_that_were_mended_are_imported(tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.csv"
    run(write(tmp_path / "ged.csv", "ucdp", ROWS), rejects=rejects)

    said = run(mended(rejects, best="2", date_start="2014-03-05"))

    assert "0  refused" in said
    assert DatasetRow.objects.count() == len(ROWS)


def test_where_the_rejects_cannot_be_written_nothing_is_imported(tmp_path: Path) -> None:
    file = write(tmp_path / "ged.csv", "ucdp", ROWS)

    assert "cannot be written" in refused(file, rejects=tmp_path / "none" / "rejects.csv")
    assert not Import.objects.exists()


def test_a_file_that_breaks_off_gives_back_what_it_refused_and_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "BATCH", 2)
    whole = write(tmp_path / "ged.csv", "ucdp", [*ROWS, *({"id": str(n)} for n in range(10, 900))])
    packed = gzip.compress(whole.read_bytes())
    (tmp_path / "broken.csv.gz").write_bytes(packed[: len(packed) // 2])

    said = refused(tmp_path / "broken.csv.gz", rejects=tmp_path / "rejects.csv")

    assert said.endswith("import a sound file of it anew, they are not stored twice.")
    assert len(table(tmp_path / "rejects.csv")) == 3
    assert Import.objects.get().state == "failed"
    take(whole)
    assert DatasetRow.objects.count() == 891


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\0\0\0",
        b"PK\x03\x04 no book",
        b"\x1f\x8b\x08 no gzip",
        b"name,place\na,b\n",
        b'id,"country\n',
        "id,country,date_start,date_end,best,low,high\n1,x\n".encode("utf-16")[:-1],
        b"<html><body>404</body></html>",
    ],
)
def test_a_file_that_is_no_table_of_the_format_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "ged.csv"
    file.write_bytes(content)

    said = refused(file)

    assert said.startswith("ged.csv: ")
    assert said.endswith("Nothing was imported.")
    assert not DatasetRow.objects.exists()


def test_a_file_that_is_not_there_is_refused_in_one_sentence(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.csv").startswith("none.csv: cannot be read")


@pytest.mark.parametrize(
    "cell", ["=1+1", "<script>alert(1)</script>", "a\0b", "\ud7ff\uffff", "x" * 5_000, "\\N", "٣"]
)
@pytest.mark.parametrize("column", ["id", "country", "side_b", "source_article", "where_coordinates", "best"])
def test_any_cell_is_loaded_or_given_back(tmp_path: Path, cell: str, column: str) -> None:
    file = write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}, {"id": "2", column: cell}, {"id": "3"}])

    run(file, rejects=tmp_path / "rejects.csv", publish=True)

    assert DatasetRow.objects.count() + len(table(tmp_path / "rejects.csv")) == 3
    assert set(DatasetRow.objects.values_list("external_id", flat=True)) >= {"1", "3"}
    assert Incident.objects.count() == Edition.objects.count() == DatasetRow.objects.count()


def test_a_row_that_nobody_foresaw_is_refused_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Arabic digits are digits to the parser's eye, but not to a key's."""
    rows = [{"id": str(number)} for number in range(1, 8)] + [{"id": "٣"}] + [{"id": "9"}]
    with caplog.at_level(logging.CRITICAL):
        take(write(tmp_path / "ged.csv", "ucdp", rows), publish=True)

    run = Import.objects.get()
    assert (run.done, run.new, run.published, run.refused) == (9, 8, 8, 1)
    assert run.refusals.get().number == 8


def test_two_rows_that_would_make_one_incident_are_not_mixed(tmp_path: Path) -> None:
    rows = [{"event_id_cnty": "RUR101"}, {"event_id_cnty": "rur101"}]

    ended = take(write(tmp_path / "acled.csv", "acled", rows), form="acled")

    assert (ended.new, ended.refused) == (1, 1)
    assert "row 1" in ended.refusals.get().reason


class Gone:
    """A database that is gone from the moment at which a statement like this one is sent."""

    def __init__(self, words: str) -> None:
        self.words = words

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if self.words in sql:
            raise OperationalError("the server closed the connection")
        return execute(sql, params, many, context)


def test_a_batch_that_the_database_did_not_store_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "BATCH", 2)
    file = write(tmp_path / "ged.csv", "ucdp", [{"id": str(number)} for number in range(1, 6)])
    with connection.execute_wrapper(Gone('UPDATE "incidents_import" SET "format"')):
        said = refused(file, publish=True)

    assert said.startswith("The database gave up: the server closed the connection.")
    failed = Import.objects.get()
    assert (failed.state, failed.done, failed.new, failed.published) == ("failed", 0, 0, 0)
    assert not Incident.objects.exists()
    run(file, resume=True)
    assert (Incident.objects.count(), Edition.objects.count()) == (5, 5)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_the_run_behind_its_batch_and_the_message_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(course, "BATCH", 2)
    file = write(tmp_path / "ged.csv", "ucdp", [{"id": str(n)} for n in range(1, 8)])
    with connection.execute_wrapper(Signalled(number)):
        said = refused(file, publish=True)

    assert said == (
        "The import was stopped. 2 rows are stored or refused, whole: go on behind them with --resume."
    )
    assert (Incident.objects.count(), Import.objects.get().done) == (2, 2)
    run(file, resume=True)
    assert (Incident.objects.count(), Edition.objects.count(), Import.objects.count()) == (7, 7, 1)


class Signalled:
    """Somebody presses Ctrl-C while the first editions are stored."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith('UPDATE "incidents_import" SET "format"') and self.number:
            os.kill(os.getpid(), self.number)
            self.number = 0
        return execute(sql, params, many, context)


def test_what_was_imported_whole_is_not_resumed(tmp_path: Path) -> None:
    file = write(tmp_path / "ged.csv", "ucdp", ROWS)
    run(file)

    assert "leave out “resume”" in refused(file, resume=True)


def test_the_rejects_of_a_run_that_ended_can_still_be_had(tmp_path: Path) -> None:
    """A process may be killed between the last row and the writing of the rejects."""
    file, rejects = write(tmp_path / "ged.csv", "ucdp", ROWS), tmp_path / "rejects.csv"
    run(file)

    run(file, resume=True, rejects=rejects)

    assert [row["id"] for row in table(rejects)] == ["x", "3", "4"]


def test_a_second_process_over_the_same_run_leaves_it_to_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "BATCH", 2)
    file = write(tmp_path / "ged.csv", "ucdp", [{"id": str(n)} for n in range(1, 6)])
    pressed = iter([signal.SIGINT])
    with connection.execute_wrapper(Another(pressed)):
        said = refused(file)

    assert said == "Another process is at this import already: leave it to that one."
    ended = Import.objects.get()
    assert (ended.state, ended.done, ended.new, ended.refused) == ("running", 4, 2, 0)


class Another:
    """Another process stores two rows more, once."""

    def __init__(self, times: Iterator[int]) -> None:
        self.times = times

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith('UPDATE "incidents_import" SET "format"') and next(self.times, None):
            answer = execute(sql, params, many, context)
            Import.objects.update(done=4)
            return answer
        return execute(sql, params, many, context)


def test_a_dry_run_changes_no_terms_and_makes_no_dataset(tmp_path: Path) -> None:
    file = write(tmp_path / "gtd.csv", "gtd", [{}])

    said = run(file, form="gtd", dry_run=True, licence="Mine", redistributable=True)

    assert said.startswith("This is what would happen:")
    assert not Dataset.objects.exists()
    assert not Publication.objects.exists()
    assert not Import.objects.exists()
