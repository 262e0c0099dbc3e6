"""Memory does not grow with the file, nor with how long its rows are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from incidents.models import DatasetRow
from tests.environment import ROOT, SECRET_KEY
from tests.incidents.importers.running.files import write
from tests.incidents.importers.running.generated import ucdp
from tests.incidents.test_worker_killed import database_of_the_tests

pytestmark = pytest.mark.django_db(transaction=True)

MOST = 300


def measured(file: Path, **more: str) -> int:
    """The most memory that an import of the file takes, in megabytes."""
    surroundings = os.environ | {"DATABASE_URL": database_of_the_tests(), "SECRET_KEY": SECRET_KEY, **more}
    surroundings["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    module = [sys.executable, "-m", "tests.incidents.importers.running.measured_import"]
    ended = subprocess.run(
        [*module, "ucdp", str(file), "--publish"],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ended.returncode == 0, ended.stderr
    return int(ended.stdout.split()[-2])


@pytest.mark.parametrize("debug", ["0", "1"])
def test_a_file_of_60_megabytes_takes_less_than_300(tmp_path: Path, debug: str) -> None:
    """Its rows are long, so that there are not too many of them for a test."""
    rows = [row | {"where_description": "x" * 400_000} for row in ucdp(150)]
    file = write(tmp_path / "ged.csv", "ucdp", rows)
    assert file.stat().st_size > 60_000_000

    assert measured(file, DEBUG=debug) < MOST
    assert DatasetRow.objects.count() > 100
