"""A worker that is killed in the middle of an import loses nothing, and no row is taken twice."""

from __future__ import annotations

import signal

import pytest

from archive import catalogue, editions
from archive.models import Edition
from incidents.importers.uploads.keeping import path_of
from incidents.jobs import delivery
from incidents.jobs.importing import begin_import
from incidents.jobs.work import stopping
from incidents.models import DatasetRow, Import, ImportState, Incident, Upload, UploadState
from tests.incidents.importers.uploads.handed_in import hand_in
from tests.incidents.queue import work_off
from tests.incidents.test_worker_killed import a_minute_passes, worker_killed

pytestmark = pytest.mark.django_db(transaction=True)


def begun(rows: int) -> Upload:
    upload = hand_in([{"id": str(number)} for number in range(1, rows + 1)], publish=True)
    assert begin_import(upload, by=None)
    return upload


def killed(moment: str, rows: int) -> int:
    return worker_killed(moment, str(rows), "dying_import")


@pytest.mark.parametrize(("moment", "done"), [("within", 0), ("between", 500)])
def test_a_second_worker_goes_on_behind_the_last_whole_batch(moment: str, done: int) -> None:
    upload = begun(520)
    assert killed(moment, 500) == signal.SIGKILL
    run = Import.objects.get()
    assert (run.done, DatasetRow.objects.count()) == (done, done)
    a_minute_passes()
    work_off()

    run.refresh_from_db()
    upload.refresh_from_db()
    assert (run.state, run.done, run.new, run.refused, run.published) == (ImportState.DONE, 520, 520, 0, 520)
    assert upload.state == UploadState.DONE
    assert Edition.objects.count() == 520
    assert list(catalogue.check()) == []
    assert list(editions.verify()) == []


def test_an_import_that_kills_every_worker_is_given_up_with_the_reason() -> None:
    upload = begun(2)
    for _ in range(delivery.ATTEMPTS):
        killed("within", 2)
        a_minute_passes()
    work_off()

    upload.refresh_from_db()
    assert upload.state == UploadState.FAILED
    assert Import.objects.failed().get().error.startswith("Its worker ended 3 times")
    assert path_of(upload).exists()
    assert not Incident.objects.exists()


def test_a_worker_that_is_asked_to_end_leaves_the_rest_to_the_next_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    upload = begun(2)
    monkeypatch.setattr(stopping, "is_set", lambda: True)
    work_off()
    upload.refresh_from_db()
    assert upload.state == UploadState.WAITING
    assert not Import.objects.failed().exists()

    monkeypatch.undo()
    work_off()
    upload.refresh_from_db()
    assert upload.state == UploadState.DONE
    assert Import.objects.get().state == ImportState.DONE
