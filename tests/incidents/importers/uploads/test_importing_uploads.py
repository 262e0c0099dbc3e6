"""What was handed in at the desk is imported by the worker."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from incidents.importers.uploads.keeping import path_of
from incidents.jobs.importing import begin_import
from incidents.models import Dataset, Import, ImportState, Incident, Upload, UploadState
from tests.incidents.importers.uploads.handed_in import hand_in
from tests.incidents.queue import work_off

pytestmark = pytest.mark.django_db(transaction=True)


def imported(upload: Upload) -> Upload:
    assert begin_import(upload, by=None)
    work_off()
    return Upload.objects.get(pk=upload.pk)


def test_a_worker_imports_the_rows_and_throws_the_file_away() -> None:
    upload = imported(hand_in([{"id": "1"}, {"id": "2"}]))

    assert upload.state == UploadState.DONE
    assert upload.run is not None
    assert (upload.run.state, upload.run.new, upload.run.done) == (ImportState.DONE, 2, 2)
    assert not list(Path(settings.IMPORTS_DIR).iterdir())


def test_the_choices_made_at_the_desk_are_those_of_the_run() -> None:
    rows = [{"id": "1"}]
    imported(hand_in(rows, release="7.0", publish=True, licence="CC BY 4.0", redistributable=True))

    run = Import.objects.get()
    assert (run.release, run.published) == ("7.0", 1)
    assert Dataset.objects.get().redistributable


def test_nothing_is_imported_before_somebody_lets_it_begin() -> None:
    hand_in([{"id": "1"}])
    work_off()

    assert not Incident.objects.exists()
    assert not Import.objects.exists()


def test_an_import_that_began_does_not_begin_again() -> None:
    upload = hand_in([{"id": "1"}])
    assert begin_import(upload, by=None)

    assert not begin_import(upload, by=None)
    assert Import.objects.count() == 1


def test_a_file_that_is_gone_fails_the_run_with_the_reason_and_it_can_go_on_once_mended() -> None:
    upload = hand_in([{"id": "1"}])
    path = path_of(upload)
    text = path.read_bytes()
    path.unlink()
    imported(upload)

    run = Import.objects.get()
    assert run.state == ImportState.FAILED
    assert "cannot be read" in run.error
    assert list(Import.objects.failed()) == [run]

    path.write_bytes(text)
    assert imported(upload).state == UploadState.DONE
    assert not Import.objects.failed().exists()
    assert Import.objects.get().new == 1
