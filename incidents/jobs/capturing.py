"""How a copy of a source that was asked for is brought to a worker, and brought again when that one died.

As with jobs, the request's own row is the truth, and only its one delivery may work on it. Fetching a page
twice does no harm, so a request that a dead worker left begins anew; its copy is stored together with the
word that it is done, or neither is.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone
from django_tasks import TaskContext, task

from incidents.jobs.again import next_try
from incidents.jobs.delivery import ATTEMPTS, close, lost
from incidents.jobs.progress import NotOurs
from incidents.jobs.saving import save_too
from incidents.maintenance import renew_later
from incidents.models import Incident, Subject
from incidents.quotes import check_quotes_of
from sources.captures.fetching import Refused, Rules, fetch
from sources.captures.making import copy_of
from sources.captures.policy.pacing import until_turn, website_of
from sources.models import Capture, CaptureRequest, RequestState, Source

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)

RULES = Rules(agent=f"Mozilla/5.0 (compatible; incident-archive; +{settings.SITE_URL}/)")


def ask_for_copy(source: Source, *, by: User | None) -> CaptureRequest | None:
    """Ask that a copy of the source be made; the request that waits already, if one does, and at once.

    None where the source has no web address: there is nothing to fetch then.
    """
    if not source.url:
        return None
    with transaction.atomic():
        # Whoever else asks for the same source at this moment waits here, and then finds this request.
        Source.objects.select_for_update().get(pk=source.pk)
        asked = CaptureRequest.objects.unfinished().filter(source=source).select_for_update().first()
        if asked is None:
            asked = _deliver(CaptureRequest(source=source, by=by))
        elif asked.next_at:
            # What waits for another try is tried now: perhaps somebody has corrected the address.
            _deliver(_begun_anew(asked))
    return asked


def ask_for_cited(incident: Incident, *, by: User | None) -> None:
    """Ask for a copy of each source that the incident cites, has an address, and was never asked for."""
    if not settings.CAPTURE_WHEN_CITED:
        return
    cited = Source.objects.filter(citations__claim__incident=incident).exclude(url="")
    for source in cited.filter(captures=None, capture_requests=None).order_by("pk").distinct():
        ask_for_copy(source, by=by)


def _begun_anew(request: CaptureRequest) -> CaptureRequest:
    request.tries, request.next_at, request.error = 0, None, ""
    return request


def _deliver(request: CaptureRequest, *, after: float = 0) -> CaptureRequest:
    """Store the request as waiting, with a delivery in so many seconds: neither is without the other."""
    request.state, request.website = RequestState.WAITING, website_of(request.source.url)
    request.save()
    later = capture_source.using(run_after=timezone.now() + timedelta(seconds=after))
    request.delivery = UUID(later.enqueue(request=request.pk).id)
    request.save(update_fields=["delivery"])
    return request


@task(takes_context=True)
def capture_source(context: TaskContext, request: int) -> None:
    """Fetch the source's page and store the copy, when it is the website's turn.

    What goes wrong is tried again later, or ends the request as failed, with the reason; trouble with the
    database alone leaves it unfinished, so that it is delivered again.
    """
    delivery = UUID(context.task_result.id)
    try:
        _go_on(request, delivery)
    except NotOurs as error:
        logger.info("%s It is left to others.", error)
    except OperationalError:
        raise
    except Refused as error:
        _refused(request, delivery, error)
    except Exception as error:
        logger.exception("Request %s for a copy failed.", request)
        _refused(request, delivery, Refused(f"Unforeseen: {error!r}. The worker’s log has the details."))


def _go_on(pk: int, delivery: UUID) -> None:
    request = _taken_up(pk, delivery)
    if request is None:
        _put_off(pk, delivery)
    else:
        _done(pk, delivery, _copy(request))


def _taken_up(pk: int, delivery: UUID) -> CaptureRequest | None:
    """The request, running; None while the website is being asked, or has just been.

    The database holds that no two workers ask one website.
    """
    with suppress(IntegrityError), transaction.atomic():
        request = _ours(pk, delivery)
        now = timezone.now()
        lately = now - timedelta(seconds=RULES.seconds_apart)
        if not _others_of_website(request).filter(begun_at__gt=lately).exists():
            request.state, request.begun_at = RequestState.RUNNING, now
            request.error, request.next_at = "", None
            request.save()
            return request
    return None


def _put_off(pk: int, delivery: UUID) -> None:
    """Let the request wait for its turn with the website, behind those that were asked for before it."""
    with transaction.atomic():
        request = _ours(pk, delivery)
        others = _others_of_website(request)
        last = others.aggregate(last=Max("begun_at"))["last"] or timezone.now()
        since = (timezone.now() - last).total_seconds()
        ahead = others.filter(state=RequestState.WAITING, next_at=None, pk__lt=pk).count()
        _deliver(request, after=until_turn(since, ahead, RULES.seconds_apart))


def _others_of_website(request: CaptureRequest) -> QuerySet[CaptureRequest]:
    return CaptureRequest.objects.filter(website=request.website).exclude(Q(pk=request.pk) | Q(website=""))


def _copy(request: CaptureRequest) -> Capture:
    """The copy, not stored yet. Raises Refused."""
    return copy_of(request.source, fetch(request.source.url, RULES), by=request.by)


def _done(pk: int, delivery: UUID, capture: Capture) -> None:
    """Store the copy, and that it is; then see which quotes it holds, and let it be saved elsewhere too."""
    with transaction.atomic():
        request = _ours(pk, delivery)
        capture.save()
        request.state, request.delivery, request.capture = RequestState.DONE, None, capture
        request.save()
        look_up_quotes(capture.source, by=request.by)
        save_too(capture)
    logger.info("A copy of %s was stored.", capture.source)


def look_up_quotes(source: Source, *, by: User | None) -> None:
    """Look the quotes from the source up anew, and let published incidents tell what came of it."""
    if check_quotes_of(source):
        renew_later(Subject.SOURCES, source.key, by=by)


def _refused(pk: int, delivery: UUID, error: Refused) -> None:
    """Try it again later, or give it up."""
    with transaction.atomic():
        request = _ours(pk, delivery)
        wait = next_try(request, error)
        if wait is None:
            _end_failed(request, str(error))
        else:
            _deliver(request, after=wait)


def _end_failed(request: CaptureRequest, error: str) -> None:
    request.state, request.delivery, request.next_at = RequestState.FAILED, None, None
    request.error = error
    request.save()


def _ours(pk: int, delivery: UUID) -> CaptureRequest:
    """The request, locked. Raises NotOurs."""
    unfinished = CaptureRequest.objects.unfinished().filter(pk=pk, delivery=delivery)
    request = unfinished.select_for_update(of=("self",)).select_related("source", "by").first()
    if request is None:
        raise NotOurs(f"Request {pk} for a copy is not for delivery {delivery}.")
    return request


def take_up_lost_captures() -> None:
    """Deliver again every unfinished request whose delivery is lost; fail those that end every worker."""
    with transaction.atomic():
        for request in lost(CaptureRequest.objects.unfinished()):
            _deliver_again(request)


def _deliver_again(request: CaptureRequest) -> None:
    if request.delivery:
        close(request.delivery)
    request.attempts += 1
    if request.attempts < ATTEMPTS:
        _deliver(request)
        return
    _end_failed(
        request, f"Its worker ended {ATTEMPTS} times before it had stored the copy. See the worker’s log."
    )
