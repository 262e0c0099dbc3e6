"""How a copy that was stored is saved at the Wayback Machine too, and what becomes of it there.

As with copies, the save's own row is the truth, and only its one delivery may work on it. Each delivery asks
the service once and makes the next one, so no worker waits for the service, and one that is killed loses
nothing: what it asked for is asked again, and the service takes that for the same.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone
from django_tasks import TaskContext, task

from archive.record import RecordError
from incidents.history import hold, keep, keep_before
from incidents.jobs.again import next_try
from incidents.jobs.delivery import ATTEMPTS, close, lost
from incidents.jobs.progress import NotOurs
from incidents.maintenance import renew_later
from incidents.models import Subject
from sources.captures.policy.refusal import Refused
from sources.captures.policy.wayback import APART, GIVEN_UP_AFTER, LOOK_AFTER
from sources.captures.wayback import Wayback
from sources.models import Capture, SaveState, Source, WaybackSave

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)

NOT_SET_UP = "The archive has no key of the Wayback Machine any more: WAYBACK_KEY is not set."


def save_too(capture: Capture) -> None:
    """Ask that the page of this copy, which was just stored, be saved; nothing where there is no key."""
    if settings.WAYBACK_KEY:
        _deliver(WaybackSave(capture=capture))


def save_again(capture: Capture) -> bool:
    """Ask once more for what failed; False where nothing did."""
    with transaction.atomic():
        failed = WaybackSave.objects.filter(capture=capture, state=SaveState.FAILED)
        save = failed.select_for_update().first()
        if save is not None:
            save.state, save.error, save.attempts, save.tries = SaveState.WAITING, "", 0, 0
            _deliver(save)
    return save is not None


def _deliver(save: WaybackSave, *, after: float = 0) -> None:
    """Store the save with a delivery in so many seconds: neither is without the other."""
    save.save()
    later = save_to_wayback.using(run_after=timezone.now() + timedelta(seconds=after))
    save.delivery = UUID(later.enqueue(save=save.pk).id)
    save.save(update_fields=["delivery"])


@task(takes_context=True)
def save_to_wayback(context: TaskContext, save: int) -> None:
    """Go on with the save by one step: ask for it, or look what became of it.

    What goes wrong is tried again later, or ends it as failed, with the reason; trouble with the database
    alone leaves it unfinished, so that it is delivered again.
    """
    delivery = UUID(context.task_result.id)
    try:
        _go_on(save, delivery)
    except NotOurs as error:
        logger.info("%s It is left to others.", error)
    except OperationalError:
        raise
    except Refused as error:
        _refused(save, delivery, error)
    except Exception as error:
        logger.exception("Save %s at the Wayback Machine failed.", save)
        _refused(save, delivery, Refused(f"Unforeseen: {error!r}. The worker’s log has the details."))


def _go_on(pk: int, delivery: UUID) -> None:
    save = _with_turn(pk, delivery)
    if save is None:
        _put_off(pk, delivery, APART * (1 + _ahead_of(pk)))
    elif not save.job:
        _ask(save, delivery, _service())
    else:
        _look(save, delivery, _service())


def _service() -> Wayback:
    if not settings.WAYBACK_KEY:
        raise Refused(NOT_SET_UP)
    agent = f"incident-archive (+{settings.SITE_URL}/)"
    return Wayback(settings.WAYBACK_URL, settings.WAYBACK_KEY, settings.WAYBACK_SECRET, agent)


def _with_turn(pk: int, delivery: UUID) -> WaybackSave | None:
    """The save, running; None while another one is, or has just begun. The database holds that one is."""
    with suppress(IntegrityError), transaction.atomic():
        save = _ours(pk, delivery)
        now = timezone.now()
        if save.state == SaveState.RUNNING:
            return save
        if not WaybackSave.objects.begun_since(now - timedelta(seconds=APART)).exists():
            save.state, save.begun_at, save.next_at, save.job = SaveState.RUNNING, now, None, ""
            save.save()
            return save
    return None


def _ahead_of(pk: int) -> int:
    """How many others wait for their turn and come first."""
    return WaybackSave.objects.filter(state=SaveState.WAITING, next_at=None, pk__lt=pk).count()


def _ask(save: WaybackSave, delivery: UUID, service: Wayback) -> None:
    page = save.capture.asked
    job = service.save(page)
    if not job:
        _done(save.pk, delivery, service.recent(page))
        return
    with transaction.atomic():
        save = _ours(save.pk, delivery)
        save.job, save.attempts = job, 0
        _deliver(save, after=LOOK_AFTER)


def _look(save: WaybackSave, delivery: UUID, service: Wayback) -> None:
    """Raises Refused where nothing came of it in time."""
    saved = service.saved(save.job)
    if saved:
        _done(save.pk, delivery, saved)
    elif save.begun_at and timezone.now() - save.begun_at > timedelta(seconds=GIVEN_UP_AFTER):
        words = f"The Wayback Machine was not done within {GIVEN_UP_AFTER / 60:g} minutes."
        raise Refused(words, again_later=True)
    else:
        _put_off(save.pk, delivery, LOOK_AFTER)


def _put_off(pk: int, delivery: UUID, seconds: float) -> None:
    with transaction.atomic():
        _deliver(_ours(pk, delivery), after=seconds)


def _done(pk: int, delivery: UUID, address: str) -> None:
    with transaction.atomic():
        save = _ours(pk, delivery)
        save.state, save.delivery, save.error = SaveState.DONE, None, ""
        save.save()
        Capture.objects.filter(pk=save.capture_id).update(archive_url=address)
        _name_copy(save.capture.source, address, by=save.capture.by)
    logger.info("A copy of %s was saved: %s", save.capture.source, address)


def _name_copy(source: Source, address: str, *, by: User | None) -> None:
    """Let the source name this archived copy where it names none, and published incidents show it."""
    hold(source)
    source.refresh_from_db()
    if source.archive_url:
        return
    keep_before(source)
    source.archive_url = address
    source.save(update_fields=["archive_url"])
    with suppress(RecordError):
        keep(source, by=by, what="Saved at the Wayback Machine.")
    renew_later(Subject.SOURCES, source.key, by=by)


def _refused(pk: int, delivery: UUID, error: Refused) -> None:
    """Try it again later, or give it up."""
    with transaction.atomic():
        save = _ours(pk, delivery)
        wait = next_try(save, error)
        if wait is None:
            _end_failed(save, str(error))
            return
        save.state = SaveState.WAITING
        _deliver(save, after=wait)


def _end_failed(save: WaybackSave, error: str) -> None:
    save.state, save.delivery, save.error, save.next_at = SaveState.FAILED, None, error, None
    save.save()


def _ours(pk: int, delivery: UUID) -> WaybackSave:
    """The save, locked. Raises NotOurs."""
    unfinished = WaybackSave.objects.unfinished().filter(pk=pk, delivery=delivery)
    locked = unfinished.select_for_update(of=("self",)).defer("capture__text")
    save = locked.select_related("capture__source", "capture__by").first()
    if save is None:
        raise NotOurs(f"Save {pk} at the Wayback Machine is not for delivery {delivery}.")
    return save


def take_up_lost_saves() -> None:
    """Deliver again every unfinished save whose delivery is lost; fail those that end every worker."""
    with transaction.atomic():
        for save in lost(WaybackSave.objects.unfinished()):
            _deliver_again(save)


def _deliver_again(save: WaybackSave) -> None:
    if save.delivery:
        close(save.delivery)
    save.attempts += 1
    if save.attempts < ATTEMPTS:
        _deliver(save)
        return
    _end_failed(save, f"Its worker ended {ATTEMPTS} times before it came forward. See the worker’s log.")
