"""An import that is killed again and again ends as one that never was."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from django.db import connection

from incidents.importers.running import course
from tests.incidents.importers.running.dying_import import Dying
from tests.incidents.importers.running.files import write
from tests.incidents.importers.running.generated import ucdp
from tests.incidents.importers.running.killing import ended, outcome, started, wiped
from tests.incidents.test_commands import run as command

pytestmark = pytest.mark.django_db(transaction=True)

ROWS, BATCH = 40, 8


def undisturbed(file: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Import the file in this process; how many statements that took."""
    monkeypatch.setattr(course, "BATCH", BATCH)
    count = Dying(-1)
    with connection.execute_wrapper(count):
        command("import_events", "ucdp", file, publish=True, rejects=file.with_name("rejects.csv"))
    return -1 - count.left


def test_killed_at_moments_spread_over_the_run_and_resumed_it_ends_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "ged221.csv", "ucdp", list(ucdp(ROWS)))
    statements = undisturbed(file, monkeypatch)
    expected = outcome(file)
    wiped()

    for moment in (statements // 3, statements // 4):
        assert ended(started(file, BATCH, moment))[0] == -signal.SIGKILL
    status, said = ended(started(file, BATCH))
    assert (status, "is imported" in said) == (0, True)

    found = outcome(file)
    assert found == expected
    assert found["wrong"] == []
    assert found["counts"]["refused"] > 0
