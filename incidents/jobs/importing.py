"""How an import that was asked for at the desk is brought to a worker, and brought again when that one died.

As with jobs, the upload's own row is the truth, and only its one delivery may go on with it. What the run has
stored is whole batches, so that every delivery resumes it: the first one behind row 0.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import OperationalError, transaction
from django.utils import timezone
from django_tasks import TaskContext, task

from incidents.importers.reading import FileError
from incidents.importers.running.course import File
from incidents.importers.running.run import NothingToResume, Overtaken, Stopped, Wish
from incidents.importers.uploads.keeping import path_of, throw_away
from incidents.importers.uploads.taking import dataset_for, is_known, taking, terms_of
from incidents.jobs.delivery import ATTEMPTS, close, lost
from incidents.jobs.progress import NotOurs
from incidents.jobs.work import stopping
from incidents.models import Import, ImportState, Upload, UploadState

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)


def begin_import(upload: Upload, *, by: User | None) -> bool:
    """Let the file's import begin, or go on after it failed; False where it may not."""
    with transaction.atomic():
        ready = Upload.objects.filter(state__in=[UploadState.LOOKED_AT, UploadState.FAILED])
        found = ready.select_for_update().filter(pk=upload.pk).first()
        if found is not None and _stands_alone(found):
            found.run = found.run or _new_run(found, by)
            found.attempts = 0
            _deliver(found)
            return True
    return False


def _stands_alone(upload: Upload) -> bool:
    """Whether no other import is at the same bytes, which runs are told apart by."""
    same = Upload.objects.unfinished().filter(format=upload.format, sha256=upload.sha256)
    return is_known(upload) and not same.exclude(pk=upload.pk).exists()


def _new_run(upload: Upload, by: User | None) -> Import:
    return Import.objects.create(
        format=upload.format,
        mapping=upload.mapping,
        file=upload.file,
        sha256=upload.sha256,
        release=upload.release,
        publish=upload.publish,
        by=by,
        dataset=dataset_for(upload),
    )


def _deliver(upload: Upload) -> None:
    """Store the upload as waiting, with a delivery: neither is without the other."""
    upload.state = UploadState.WAITING
    upload.delivery = UUID(import_upload.enqueue(upload=upload.pk).id)
    upload.save()


@task(takes_context=True)
def import_upload(context: TaskContext, upload: int) -> None:
    """Import the file from where its run stands, until it ends or the worker does.

    What goes wrong ends it as failed, with the reason; trouble with the database alone leaves it unfinished,
    so that it is delivered again.
    """
    delivery = UUID(context.task_result.id)
    try:
        run = _import(_taken_up(upload, delivery), delivery)
    except (NotOurs, Overtaken) as error:
        logger.info("%s It is left to others.", error)
    except OperationalError:
        raise
    except Stopped:
        _end(upload, delivery, UploadState.WAITING)
    except NothingToResume as error:
        _end_with(error, upload, delivery)
    except FileError as error:
        _end(upload, delivery, UploadState.FAILED, str(error))
    except Exception as error:
        logger.exception("Upload %s was not imported.", upload)
        _end(
            upload, delivery, UploadState.FAILED, f"Unforeseen: {error!r}. The worker’s log has the details."
        )
    else:
        _done(upload, delivery)
        logger.info("%s: %s rows read, %s refused.", run, run.done, run.refused)


def _done(pk: int, delivery: UUID) -> None:
    throw_away(_end(pk, delivery, UploadState.DONE).stored)


def _end_with(error: NothingToResume, pk: int, delivery: UUID) -> None:
    """The run has ended: this one, before its worker could say so; or another one over the same file."""
    if error.done and Upload.objects.filter(pk=pk, run=error.done).exists():
        _done(pk, delivery)
        return
    words = "The file was imported otherwise meanwhile. What that run did is what this one would have done."
    _end(pk, delivery, UploadState.FAILED, words)


def _taken_up(pk: int, delivery: UUID) -> Upload:
    with transaction.atomic():
        upload = _ours(pk, delivery)
        upload.state = UploadState.RUNNING
        upload.save()
    return upload


def _import(upload: Upload, delivery: UUID) -> Import:
    take = taking(upload)
    wish = Wish(resume=True, release=upload.release, terms=terms_of(upload))
    logger.info("%s: it is imported.", upload)

    def come_forward(run: Import, file: File) -> None:
        _note(upload.pk, delivery, file)
        if stopping.is_set():
            raise Stopped("The worker was asked to end; the next one goes on.")

    return take(path_of(upload), wish, come_forward)


def _note(pk: int, delivery: UUID, file: File) -> None:
    """Note how far the file was read. Raises NotOurs."""
    with transaction.atomic():
        upload = _ours(pk, delivery)
        upload.read, upload.attempts = file.bytes_read, 0
        upload.save()


def _end(pk: int, delivery: UUID, state: UploadState, error: str = "") -> Upload:
    """The upload, done or failed, or waiting for another delivery. Raises NotOurs."""
    with transaction.atomic():
        upload = _ours(pk, delivery)
        upload.state, upload.delivery = state, None
        upload.save()
        if error:
            _fail(upload, error)
    return upload


def _ours(pk: int, delivery: UUID) -> Upload:
    found = Upload.objects.unfinished().filter(pk=pk, delivery=delivery).select_for_update().first()
    if found is None:
        raise NotOurs(f"Upload {pk} is not for delivery {delivery}.")
    return found


def _fail(upload: Upload, error: str) -> None:
    """Let the run say why it stopped, also where it could not do so itself."""
    Import.objects.filter(upload=upload).update(
        state=ImportState.FAILED, error=error, ended_at=timezone.now()
    )


def take_up_lost_imports() -> None:
    """Deliver again every unfinished import whose delivery is lost; fail those that never come forward."""
    with transaction.atomic():
        for upload in lost(Upload.objects.unfinished()):
            _deliver_again(upload)


def _deliver_again(upload: Upload) -> None:
    if upload.delivery:
        close(upload.delivery)
    upload.attempts += 1
    if upload.attempts < ATTEMPTS:
        _deliver(upload)
        return
    upload.state, upload.delivery = UploadState.FAILED, None
    upload.save()
    _fail(upload, f"Its worker ended {ATTEMPTS} times before it had come further. See the worker’s log.")
