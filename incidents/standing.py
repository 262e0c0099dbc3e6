"""Where an incident stands, and who somebody is to it: from rows to what the rules of review ask for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q

from archive import catalogue
from archive.editions.seals import digest
from archive.figures import for_readers
from archive.models import Edition
from archive.record import Record, canonical, read_record
from archive.vocabulary import EditionKind
from incidents.models import Incident, Merge, ReviewStep, Snapshot, Subject
from incidents.review import Person, Standing, state_after_edit
from incidents.states import State, Step

if TYPE_CHECKING:
    from django.contrib.auth.models import User

#: The editions that take in what waits at the desk; a maintenance edition leaves it waiting.
FROM_THE_DESK = (EditionKind.FIRST, EditionKind.UPDATE, EditionKind.CORRECTION)


def digest_for_readers(record: Record) -> str:
    """The digest of what readers would get."""
    return digest(canonical(for_readers(record)))


def standing_of(incident: Incident, record: Record | None) -> Standing:
    """Where the incident stands; `record` is what the desk has, None where it makes no record."""
    current = Edition.objects.for_incident(incident.key).defer("text").order_by("-number").first()
    return Standing(
        state=State(incident.state),
        changed=incident.state == State.APPROVED and not _is_approved(incident, record),
        has_edition=current is not None,
        is_public=current is not None and not current.is_retraction,
        two_people=settings.REVIEW_REQUIRED,
    )


def person_of(user: User, incident: Incident) -> Person:
    """What the user's roles allow, and whether they edited the incident since its last edition."""
    held = {right: user.has_perm(f"incidents.{right}_incident") for right in RIGHTS}
    return Person(
        changes=held["change"],
        approves=held["approve"],
        publishes=held["publish"],
        retracts=held["retract"],
        redacts=held["redact"],
        edited=edited_since(user, incident, _last_from_the_desk(incident)),
    )


RIGHTS = ("change", "approve", "publish", "retract", "redact")


def edited_since(user: User, incident: Incident, moment: datetime | None) -> bool:
    """Whether the user saved the incident or a part of it after the moment, or ever."""
    saves = Snapshot.objects.filter(_of_its_parts(incident), subject=Subject.INCIDENTS, by=user)
    return (saves.filter(at__gt=moment) if moment else saves).exists()


def _of_its_parts(incident: Incident) -> Q:
    """Its own saves, those of what was merged into it, and those of what it was merged into for a time."""
    saves = Q(key__in=[incident.key, *incident.forerunners.values_list("key", flat=True)])
    undone = Merge.objects.of(Subject.INCIDENTS, incident.key).exclude(undone_at=None)
    for into, begun, ended in undone.values_list("into", "at", "undone_at"):
        saves |= Q(key=into, at__range=(begun, ended))
    return saves


def follow_edit(incident: Incident, text: str) -> None:
    """Let the state follow what was edited: no approval outlives it, and what waits is not published.

    `text` is the record as it now is. The caller holds a transaction; the row is locked.
    """
    state = State(Incident.objects.select_for_update().values_list("state", flat=True).get(pk=incident.pk))
    same = state_after_edit(state, same=False) is state or _is_the_same(incident, state, read_record(text))
    incident.state = state_after_edit(state, same=same)
    Incident.objects.filter(pk=incident.pk).update(state=incident.state)


def _is_the_same(incident: Incident, state: State, record: Record) -> bool:
    return _is_approved(incident, record) if state is State.APPROVED else _is_published(incident, record)


def _is_approved(incident: Incident, record: Record | None) -> bool:
    approval = ReviewStep.objects.last_of(incident).filter(step=Step.APPROVE).first()
    return bool(approval and record and approval.sha256 == digest_for_readers(record))


def _is_published(incident: Incident, record: Record) -> bool:
    current = Edition.objects.for_incident(incident.key).order_by("-number").first()
    return says(current, for_readers(record))


def says(current: Edition | None, record: Record) -> bool:
    """Whether readers have the record already. What was merged into another is not shown by itself.

    Records are compared, not their texts: that of an older edition lacks what the format has gained since.
    """
    if current is None or not current.text or catalogue.target_of(Subject.INCIDENTS, record.id) is not None:
        return False
    return current.record == record


def _last_from_the_desk(incident: Incident) -> datetime | None:
    """When the desk's own changes were last published."""
    own = Edition.objects.for_incident(incident.key).filter(kind__in=FROM_THE_DESK)
    return own.order_by("-number").values_list("published_at", flat=True).first()
