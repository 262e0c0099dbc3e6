"""What a run refused is fetched from its page at the desk, however the file was imported."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import orjson
import pytest
from django.conf import settings
from django.test import Client

from incidents.importers.running import rejects
from incidents.importers.running.run import Wish, import_records
from incidents.models import Import
from tests.incidents.desk import at_the_desk
from tests.incidents.importers.running.files import take, write

pytestmark = pytest.mark.django_db


def fetched(client: Client, run: Import) -> tuple[Any, str]:
    """The answer, and its text."""
    answer: Any = client.get(f"/desk/incidents/import/{run.pk}/rejects/")
    return answer, b"".join(answer.streaming_content).decode()


def test_a_run_of_the_command_gives_its_refused_rows_back_on_its_page(tmp_path: Path) -> None:
    run = take(write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}, {"id": "2", "best": "many"}]))
    editor = at_the_desk("editor")
    assert f"/import/{run.pk}/rejects/" in editor.get(run_page(run)).content.decode()

    answer, text = fetched(editor, run)
    (row,) = csv.DictReader(text.splitlines())
    assert (row["refused: line"], row["id"], row["best"]) == ("3", "2", "many")
    assert answer["Content-Disposition"] == f'attachment; filename="refused-{run.pk}.csv"'


def test_refused_records_come_back_one_a_line(tmp_path: Path) -> None:
    file = tmp_path / "all.ndjson"
    file.write_bytes(b'{"id": "one"}\n{not json\n')
    run = import_records(file, Wish(), lambda run, file: None)
    editor = at_the_desk("editor")
    assert f"/import/{run.pk}/rejects/" in editor.get(run_page(run)).content.decode()

    answer, text = fetched(editor, run)
    assert [orjson.loads(line)["refused"]["line"] for line in text.splitlines()] == [1, 2]
    assert f"refused-{run.pk}.ndjson" in answer["Content-Disposition"]


def test_very_many_refused_rows_come_in_pieces_and_in_order(tmp_path: Path) -> None:
    rows = [{"id": str(number), "best": "many"} for number in range(1, 2 * rejects.HELD + 10)]
    run = take(write(tmp_path / "ged.csv", "ucdp", rows))

    answer, text = fetched(at_the_desk("editor"), run)
    assert answer.streaming
    assert [row["id"] for row in csv.DictReader(text.splitlines())] == [row["id"] for row in rows]


def test_giving_rows_back_leaves_nothing_in_the_folder_of_imports(tmp_path: Path) -> None:
    run = take(write(tmp_path / "ged.csv", "ucdp", [{"id": "x"}]))
    answer: Any = at_the_desk("editor").get(f"/desk/incidents/import/{run.pk}/rejects/")

    next(iter(answer.streaming_content))
    folder = Path(settings.IMPORTS_DIR)
    assert not folder.exists() or not list(folder.iterdir())


def run_page(run: Import) -> str:
    return f"/desk/incidents/import/{run.pk}/change/"
