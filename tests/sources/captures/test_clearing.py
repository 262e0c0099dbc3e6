"""Files that no copy has do not stay in the folder of captures for ever."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from sources.captures.clearing import clear_orphans
from sources.captures.keeping import kept_file, path_of
from sources.models import Capture, Source
from tests.incidents.queue import work_off

pytestmark = pytest.mark.django_db

DAY = 86_400
MOMENT = datetime(2024, 3, 1, 9, tzinfo=UTC)


def stored(digest: str) -> None:
    """Store a copy that has this file."""
    source = Source.objects.create(key="s1", kind="article", title="Blast")
    Capture.objects.create(source=source, captured_at=MOMENT, text="85 dead", stored=digest)


@pytest.fixture
def others() -> None:
    """A copy whose file is there."""
    stored(kept(days=0))


def kept(days: float) -> str:
    """The digest of a file that was kept so many days ago."""
    digest = kept_file("text.txt", "text/plain", b"85 dead", MOMENT)
    aged(path_of(digest), days)
    return digest


def aged(path: Path, days: float) -> None:
    then = time.time() - days * DAY
    os.utime(path, (then, then))


@pytest.mark.usefixtures("others")
def test_a_file_that_no_copy_has_goes_after_a_day() -> None:
    digest = kept(days=1.1)

    assert clear_orphans() == 1
    assert not path_of(digest).exists()


@pytest.mark.usefixtures("others")
def test_a_file_may_be_waiting_for_its_copy_for_a_day() -> None:
    digest = kept(days=0.9)

    assert clear_orphans() == 0
    assert path_of(digest).exists()


def test_the_file_of_a_copy_stays_however_old_it_is() -> None:
    digest = kept(days=4_000)
    stored(digest)

    assert clear_orphans() == 0
    assert path_of(digest).exists()


@pytest.mark.usefixtures("others")
def test_a_file_that_was_never_written_whole_goes_too() -> None:
    broken_off = path_of(kept(days=0)).with_name("tmpabc.part")
    broken_off.write_bytes(b"\x1f")
    aged(broken_off, 2)

    assert clear_orphans() == 1
    assert not broken_off.exists()


@pytest.mark.usefixtures("others")
def test_what_is_not_the_archives_own_is_left_alone() -> None:
    folder = Path(settings.CAPTURES_DIR)
    mine = path_of(kept(days=0)).with_name("notes.txt")
    for path in (mine, folder / "backup.warc.gz"):
        path.write_text("Mine")
        aged(path, 9)
    mine.with_name(f"{'0' * 64}.warc.gz").symlink_to(mine)

    assert clear_orphans() == 0
    assert mine.exists()


def test_without_a_folder_there_is_nothing_to_clear(tmp_path: Path) -> None:
    with override_settings(CAPTURES_DIR=tmp_path / "nowhere"):
        assert clear_orphans() == 0


def test_where_no_copy_has_a_file_the_database_may_not_be_restored_yet_and_all_stays() -> None:
    digest = kept(days=9)

    assert clear_orphans() == 0
    assert path_of(digest).exists()


@pytest.mark.usefixtures("others")
@pytest.mark.django_db(transaction=True)
def test_a_worker_clears_them() -> None:
    digest = kept(days=2)
    work_off()

    assert not path_of(digest).exists()
