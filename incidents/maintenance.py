"""Maintenance: published incidents come to show a shared entity as the desk now has it, through the queue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from archive.models import Holding
from incidents.jobs.delivery import deliver, hold
from incidents.models import Job, Subject

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def renew_later(subject: Subject, key: str, *, instead_of: Sequence[str] = (), by: User | None) -> Job | None:
    """Ask that every published incident which shows this source, actor, place … show it as the desk has it.

    `instead_of`: the keys that now stand for this one, all of them, where others were merged into it. The job
    is stored with the transaction that asks for it, and begins when that is committed; one that has not begun
    yet serves for two askings. What `by` may not publish is held until an editor starts it. None where no
    published incident shows the entity.
    """
    if not is_shown(subject, [key, *instead_of]):
        return None
    with transaction.atomic():
        job = _not_begun(subject, key) or Job(subject=subject, key=key)
        job.instead_of = sorted({*job.instead_of, *instead_of})
        job.by = by
        deliver(job) if may_publish(by) else hold(job)
    return job


def is_shown(subject: Subject, keys: Sequence[str]) -> bool:
    """Whether some published incident shows one of these."""
    return Holding.objects.filter(kind=subject, key__in=keys).exists()


def may_publish(by: User | None) -> bool:
    """A renewal changes what readers see, as publishing does. Nobody stands for the commands."""
    return by is None or by.has_perm("incidents.publish_incident")


def _not_begun(subject: Subject, key: str) -> Job | None:
    """A job that can serve, locked, so that it does not begin before this transaction ends."""
    return Job.objects.of(subject, key).not_begun().select_for_update().first()
