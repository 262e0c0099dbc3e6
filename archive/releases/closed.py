"""What everybody may know of editions that nobody may read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from archive.answers import EditionHeader
from archive.bundle import ClosedEdition, Way
from archive.catalogue import header_of, newest_edition
from archive.models import Edition, Forward
from archive.vocabulary import EditionKind

#: What is said of a closed edition and of an open one alike.
OWN = set(EditionHeader.model_fields) & set(ClosedEdition.model_fields)


class Closings:
    """What closed some editions. A few queries, however many editions."""

    def __init__(self, editions: Sequence[Edition]) -> None:
        incidents = {edition.incident for edition in editions}
        self._retractions = _retractions(incidents)
        self._elsewhere = dict(_elsewhere(incidents))
        self._newest = cache(newest_edition)

    def of(self, edition: Edition) -> Edition | None:
        """What closed the edition, as the API says it; None for one that can be read."""
        if edition.is_redacted or edition.is_retraction:
            return edition
        own = (one for one in self._retractions[edition.incident] if one.number > edition.number)
        return next(own, None) or self._elsewhere.get(edition.incident)

    def said(self, edition: Edition, closing: Edition) -> ClosedEdition:
        """The edition without its record, as everybody may know it."""
        header = header_of(edition).model_dump(include=OWN)
        header["note"] = edition.note if self._is_told(edition, closing) else None
        closed_at = closing.redacted_at or closing.published_at
        ways = tuple(_ways(edition)) if edition.is_retraction else ()
        return ClosedEdition(**header, closed_at=closed_at, reason=closing.closed_because, merged=ways)

    def _is_told(self, edition: Edition, closing: Edition) -> bool:
        """Whether the lists of the API tell what the editors said of the edition."""
        if edition.is_retraction or closing.incident != edition.incident:
            return True
        newest = self._newest(edition.incident)
        return newest is not None and newest.incident == edition.incident and not newest.closed_because


def _retractions(incidents: set[str]) -> dict[str, list[Edition]]:
    found: dict[str, list[Edition]] = defaultdict(list)
    rows = Edition.objects.filter(incident__in=incidents, kind=EditionKind.RETRACTION)
    for row in rows.order_by("number").defer("text"):
        found[row.incident].append(row)
    return found


def _elsewhere(incidents: set[str]) -> Iterator[tuple[str, Edition]]:
    """The retractions of those incidents into which some of these were merged."""
    merged = Forward.objects.in_force().filter(kind="incidents", old__in=incidents)
    for incident in set(merged.values_list("old", flat=True)):
        newest = newest_edition(incident)
        if newest and newest.incident != incident and newest.is_retraction:
            yield incident, newest


def _ways(retraction: Edition) -> Iterator[Way]:
    """What was merged into the incident that the retraction closes."""
    rows = Forward.objects.of_incident(retraction.incident).order_by("kind", "old", "number")
    for row in sorted(rows, key=lambda one: (one.kind, one.old, one.number)):
        yield Way(
            kind=row.kind,
            old=row.old,
            number=row.number,
            new_number=row.new_number,
            published_at=row.published_at,
        )
