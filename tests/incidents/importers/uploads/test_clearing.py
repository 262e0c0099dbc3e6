"""What nobody wants any more does not stay in the folder of imports for ever."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from incidents.importers.uploads.clearing import clear_leftovers
from incidents.importers.uploads.keeping import path_of
from incidents.models import Import, ImportState, Upload, UploadState
from tests.incidents.desk import at_the_desk
from tests.incidents.importers.uploads.handed_in import hand_in
from tests.incidents.queue import work_off
from tests.incidents.rows import run

pytestmark = pytest.mark.django_db

DAY = 86_400
TOKEN = "a" * 32


def lying(name: str, days: float) -> Path:
    """A file, or a folder with one in it, that lies in the folder of imports for so many days."""
    path = Path(settings.IMPORTS_DIR) / name
    if name.endswith("/"):
        path.mkdir(parents=True)
        (path / "rows.csv").write_text("1")
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1")
    return aged(path, days)


def aged(path: Path, days: float) -> Path:
    then = time.time() - days * DAY
    os.utime(path, (then, then))
    return path


def handed_in(days: float, state: UploadState = UploadState.LOOKED_AT) -> Upload:
    """An upload that came so many days ago, and whose import, if it began, ended then."""
    upload, then = hand_in([{"id": "1"}]), timezone.now() - timedelta(days=days)
    began = state != UploadState.LOOKED_AT
    failed = {"state": ImportState.FAILED, "error": "It broke.", "ended_at": then}
    ended = failed if state == UploadState.FAILED else {}
    if began:
        upload.run = run(**ended)
        upload.run.save()
    upload.stored, old = f"{Upload.objects.count():032}", path_of(upload).parent
    old.rename(old.with_name(upload.stored))
    upload.state = state
    upload.save()
    Upload.objects.filter(pk=upload.pk).update(at=then)
    aged(path_of(upload).parent, days)
    return upload


@pytest.mark.parametrize("name", ["tmpabc.upload", f"{TOKEN}/"])
def test_what_was_never_kept_whole_goes_after_a_day(name: str) -> None:
    broken_off = lying(name, days=1.1)

    assert clear_leftovers() == 1
    assert not broken_off.exists()


@pytest.mark.parametrize("name", ["tmpabc.upload", f"{TOKEN}/"])
def test_what_may_be_on_its_way_in_stays(name: str) -> None:
    coming = lying(name, days=0.9)

    assert clear_leftovers() == 0
    assert coming.exists()


@pytest.mark.parametrize("name", ["minutes.csv", "somebody-elses-folder/", "tmpabc.upload/"])
def test_what_the_archive_did_not_put_there_stays(name: str) -> None:
    other = lying(name, days=400)

    assert clear_leftovers() == 0
    assert other.exists()


def test_a_file_that_was_imported_goes_even_where_its_worker_died_before_it_could_say_so() -> None:
    upload = handed_in(2, UploadState.DONE)

    assert clear_leftovers() == 1
    assert not path_of(upload).exists()
    assert Upload.objects.get() == upload


@pytest.mark.parametrize("state", [UploadState.LOOKED_AT, UploadState.FAILED])
def test_what_waits_for_somebody_stays_for_thirty_days(state: UploadState) -> None:
    waiting, overdue = handed_in(29, state), handed_in(31, state)

    assert clear_leftovers() == 1
    assert list(Upload.objects.all()) == [waiting]
    assert path_of(waiting).exists()
    assert not path_of(overdue).exists()


@pytest.mark.parametrize("state", [UploadState.WAITING, UploadState.RUNNING])
def test_what_a_worker_imports_stays_however_long_it_takes(state: UploadState) -> None:
    upload = handed_in(400, state)

    assert clear_leftovers() == 0
    assert path_of(upload).exists()


def test_a_failed_run_whose_file_is_gone_says_how_it_goes_on() -> None:
    handed_in(31, UploadState.FAILED)
    clear_leftovers()

    page = at_the_desk("editor").get(f"/desk/incidents/import/{Import.objects.get().pk}/change/")
    assert "import the same file again" in page.content.decode()


def test_the_desk_says_until_when_a_file_waits() -> None:
    upload = handed_in(29)
    until = timezone.now() + timedelta(days=1)

    page = at_the_desk("editor").get(f"/desk/incidents/import/upload/{upload.pk}/")
    assert f"{until:%-d %B %Y}" in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_worker_clears_what_is_left_over() -> None:
    broken_off = lying("tmpabc.upload", days=2)
    work_off()

    assert not broken_off.exists()


def test_without_a_folder_there_is_nothing_to_clear(tmp_path: Path) -> None:
    with override_settings(IMPORTS_DIR=tmp_path / "nowhere"):
        assert clear_leftovers() == 0

    assert not (tmp_path / "nowhere").exists()
