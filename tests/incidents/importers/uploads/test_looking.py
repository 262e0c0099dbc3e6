"""The first look at a file tells what its rows would become, and stores nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from incidents.importers.reading import FileError
from incidents.importers.registry import FORMATS
from incidents.importers.uploads.looking import look_at
from incidents.models import Dataset, DatasetRow, Import, Incident
from tests.incidents.importers.running.files import take, write

pytestmark = pytest.mark.django_db


def look(path: Path) -> dict[str, Any]:
    return look_at(path, FORMATS["ucdp"], None, None)


def test_the_first_rows_are_shown_as_what_they_would_become(tmp_path: Path) -> None:
    seen = look(write(tmp_path / "ged231.csv", "ucdp", [{"id": "1", "best": "7", "low": "7", "high": "7"}]))

    (first,) = seen["first"]
    assert (first["date"], first["killed"]) == ("2014-03-05", "7")
    assert first["place"].startswith("Strelsau")
    assert seen["release"] == "23.1"
    assert "where_coordinates" in seen["columns"]


def test_a_row_that_would_be_refused_is_shown_with_its_line_and_the_reason(tmp_path: Path) -> None:
    seen = look(write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}, {"id": "2", "best": "many"}]))

    (problem,) = seen["problems"]
    assert problem["line"] == 3
    assert "best" in problem["reason"]


def test_what_importing_would_do_is_counted(tmp_path: Path) -> None:
    take(write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}]))

    counts = dict(look(write(tmp_path / "newer.csv", "ucdp", [{"id": "1"}, {"id": "2"}]))["counts"])
    assert (counts["read"], counts["new"], counts["unchanged"]) == (2, 1, 1)


def test_looking_stores_nothing(tmp_path: Path) -> None:
    look(write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}]))

    for model in (Import, Dataset, DatasetRow, Incident):
        assert not model._default_manager.exists()


def test_a_long_file_is_looked_at_by_its_first_rows_alone(tmp_path: Path) -> None:
    seen = look(write(tmp_path / "ged.csv", "ucdp", [{"id": str(n)} for n in range(1, 603)]))

    assert (seen["rows"], seen["whole"]) == (500, False)


def test_a_file_that_is_no_table_says_so_in_its_own_words(tmp_path: Path) -> None:
    path = tmp_path / "nothing.csv"
    path.write_text("")

    with pytest.raises(FileError, match=r"nothing\.csv: is empty"):
        look(path)
