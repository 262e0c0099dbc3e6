"""The proof that no edition was changed, removed, inserted or moved after it was published.

A chain shows every break but one: editions cut off at its end leave a shorter chain that holds. What shows
those is any seal that was noted elsewhere, such as the answers of the API.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from archive.editions.seals import digest, seal_of
from archive.models import Change, Edition, Forward
from archive.record import RecordError, read_record
from archive.vocabulary import ChangeKind


@dataclass(frozen=True)
class Problem:
    """Something wrong with an edition; every kind of problem is a class, which says what is wrong."""

    incident: str
    number: int
    wrong: ClassVar[str]

    def __str__(self) -> str:
        return f"{self.incident}, edition {self.number}: {self.wrong}"


class HeaderChanged(Problem):
    wrong = "its seal does not fit its number, kind, note, time, digest or link to the edition before"


class TextChanged(Problem):
    wrong = "its text is not the one whose digest it carries"


class TextUnreadable(Problem):
    wrong = "its text is not a record of this incident"


class EditionMissing(Problem):
    wrong = "there is no such edition, though there is a later one"


class ChainBroken(Problem):
    wrong = "it does not carry the seal of the edition before it: one was changed, inserted, removed or moved"


class Untold(Problem):
    wrong = "the feed of changes does not tell of it, or of its redaction"


class ToldOtherwise(Problem):
    wrong = "the feed of changes tells of it, or of its redaction, otherwise than it is, or out of order"


def verify(progress: Callable[[int], None] | None = None, *, texts: bool = True) -> Iterator[Problem]:
    """Every problem of every chain; none if all is as it was published.

    A redacted text is accepted: its digest stays under the seal. A copy was never told the texts and notes of
    incidents that are retracted: of these, the links alone are proved. `progress` is called with the number
    of editions looked at. Without `texts`, none is read: seals and links alone are proved.
    """
    yield from _untold()
    yield from _told_otherwise()
    before: Edition | None = None
    for done, edition in enumerate(_in_order(texts), start=1):
        if before and before.incident != edition.incident:
            before = None
        yield from _link(before, edition)
        yield from _header(edition)
        if texts:
            yield from _text(edition)
        before = edition
        if progress:
            progress(done)


def _in_order(texts: bool) -> Iterator[Edition]:
    """With `told`: the change by which each appeared."""
    told = Change.objects.filter(edition=OuterRef("pk")).exclude(kind=ChangeKind.REDACTION).values("pk")
    editions = Edition.objects.order_by("incident", "number").annotate(told=Subquery(told[:1]))
    return (editions if texts else editions.defer("text")).iterator(500)


def _untold() -> Iterator[Problem]:
    """Editions of which whoever follows the changes never heard, or not that they lost their texts."""
    told = Change.objects.filter(edition=OuterRef("pk"))
    redaction = Q(kind=ChangeKind.REDACTION)
    heard_of, of_redaction = Exists(told.exclude(redaction)), Exists(told.filter(redaction))
    silent = Edition.objects.filter(~heard_of | (Q(redacted_at__isnull=False) & ~of_redaction))
    for incident, number in silent.values_list("incident", "number"):
        yield Untold(incident, number)


def _told_otherwise() -> Iterator[Problem]:
    """Changes of another kind or time than their editions', and redactions before their editions appeared."""
    is_redaction, of = Q(kind=ChangeKind.REDACTION), F("edition__redacted_at")
    appeared = ~is_redaction & (~Q(kind=F("edition__kind")) | ~Q(at=F("edition__published_at")))
    redacted = is_redaction & (Q(edition__redacted_at=None) | ~Q(at=of) | Exists(_appeared_after()))
    wrong = Change.objects.filter(appeared | redacted).order_by("edition__incident", "edition__number")
    for incident, number in wrong.values_list("edition__incident", "edition__number").distinct():
        yield ToldOtherwise(incident, number)


def _appeared_after() -> models.QuerySet[Change]:
    later = Change.objects.filter(edition=OuterRef("edition"), pk__gt=OuterRef("pk"))
    return later.exclude(kind=ChangeKind.REDACTION)


def _link(before: Edition | None, edition: Edition) -> Iterator[Problem]:
    expected = before.number + 1 if before else 1
    for missing in range(expected, edition.number):
        yield EditionMissing(edition.incident, missing)
    if edition.number == expected and edition.previous != (before.seal if before else ""):
        yield ChainBroken(edition.incident, edition.number)
    if before and before.told and edition.told and edition.told < before.told:  # type: ignore[attr-defined]
        yield ToldOtherwise(edition.incident, edition.number)


def _header(edition: Edition) -> Iterator[Problem]:
    if edition.seal != seal_of(edition) and (edition.note or not _is_withheld(edition)):
        yield HeaderChanged(edition.incident, edition.number)


def _text(edition: Edition) -> Iterator[Problem]:
    if edition.is_redacted or _is_withheld(edition):
        return
    if edition.sha256 != digest(edition.text):
        yield TextChanged(edition.incident, edition.number)
    elif not edition.is_retraction and not _is_readable(edition):
        yield TextUnreadable(edition.incident, edition.number)


def _is_withheld(edition: Edition) -> bool:
    """Whether a copy was never told its record, because the incident is retracted."""
    if edition.text or edition.is_retraction:
        return False
    current = Edition.objects.for_incident(edition.incident).current().defer("text").first()
    return _is_closed(current) or edition.closing() not in (None, edition)


def _is_closed(current: Edition | None) -> bool:
    """Whether the incident, or the one that it was merged into, is closed by its current edition."""
    if current is None or current.closed_because:
        return current is not None
    into = Forward.objects.in_force().leading_from("incidents", current.incident).values("new")[:1]
    return _is_closed(Edition.objects.filter(incident__in=into).current().defer("text").first())


def _is_readable(edition: Edition) -> bool:
    try:
        return read_record(edition.text).id == edition.incident
    except RecordError:
        return False
