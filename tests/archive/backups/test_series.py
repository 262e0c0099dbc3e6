"""Backups that are made one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone

from archive.backups.dated import dated, time_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def root(tmp_path: Path) -> Iterator[Path]:
    """A folder of backups, of which two are kept."""
    with override_settings(BACKUPS_DIR=tmp_path / "backups", BACKUPS_KEPT=2, BACKUP_HOURS=24):
        yield tmp_path / "backups"


def earlier(root: Path, **ago: float) -> Path:
    path = root / dated(timezone.now() - timedelta(**ago))
    path.mkdir(parents=True)
    return path


def run(*options: str) -> str:
    out = StringIO()
    call_command("backup", *options, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_the_next_one_stands_beside_the_newest_and_the_oldest_goes(root: Path) -> None:
    oldest, older = earlier(root, days=2), earlier(root, days=1)
    (root / ".2026-11-30T000000Z.unfinished").mkdir()
    (root / "something else").mkdir()

    said = run("--next")

    found = {path.name for path in root.iterdir() if not path.name.startswith(".")}
    assert oldest.name not in found
    assert found > {older.name, "something else"}
    assert sum(1 for name in found if time_of(name)) == 2
    assert not list(root.glob("*.unfinished"))
    assert "The digest of its list of digests" in said


def test_whoever_watches_is_told_whether_the_newest_is_young_enough(root: Path) -> None:
    with pytest.raises(CommandError, match="There is no backup"):
        run("--check")
    late = earlier(root, hours=50)
    with pytest.raises(CommandError, match=f"The newest backup is of {late.name}"):
        run("--check")
    young = earlier(root, hours=40)

    assert run("--check") == f"The newest backup is of {young.name}.\n"


def test_a_folder_or_a_manner_is_named() -> None:
    with pytest.raises(CommandError, match="required"):
        run()
