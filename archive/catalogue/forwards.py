"""Which addresses lead on, and where to, from what the editions say of merges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from archive.answers import Composer
from archive.models import Edition, Forward, with_target
from archive.record import Record
from archive.record.links import Link, held

INCIDENTS = "incidents"


def target_of(kind: str, old: str) -> str | None:
    """The key of what the thing with this key was merged into; None if it was not."""
    forwards = Forward.objects.in_force().leading_from(kind, old)
    return forwards.values_list("new", flat=True).first()


def newest_edition(incident: str) -> Edition | None:
    """The newest edition, without its text, of the incident or of the one it was merged into."""
    editions = with_target(Edition.objects.for_incident(incident))
    last = editions.order_by("-number").defer("text").first()
    target: str | None = last.target if last else target_of("incidents", incident)  # type: ignore[attr-defined]
    return newest_edition(target) if target else last


def number_in(target: str, kind: str, old: str, number: int) -> int | None:
    """The number that a claim or attack of the incident `old` has within the one it was merged into."""
    forwards = Forward.objects.leading_from(kind, old, number).filter(new=target)
    return forwards.values_list("new_number", flat=True).first()


def forwards_of(incident: str) -> list[Forward]:
    """What the incident's latest edition that has a text says of incidents merged into it.

    A retraction closes the incident and all that was merged into it alike: the addresses still lead there.
    """
    own = Edition.objects.for_incident(incident)
    said = own.exclude(text="").order_by("-number").first()
    if said is None and own.withheld().exists():
        # A copy was never told the records, but what was merged into them: `archive.releases`.
        return list(Forward.objects.of_incident(incident))
    return list(_forwards(said.record, said.published_at)) if said else []


def _forwards(record: Record, published_at: datetime) -> Iterator[Forward]:
    for one in record.merged:
        more: dict[str, Any] = {"old": one.id, "new": record.id, "published_at": published_at}
        yield Forward(kind=INCIDENTS, **more)
        for kind, pairs in (("claims", one.claims), ("attacks", one.attacks)):
            for pair in pairs:
                yield Forward(kind=kind, number=pair.old, new_number=pair.new, **more)


def entity_forwards(made: Composer, wanted: Iterable[Link]) -> Iterator[Forward]:
    """What the edition says of entities that were merged into these."""
    parts = held(made.record)
    for kind, key in wanted:
        part: Any = parts[(kind, key)]
        for old in part.former_keys:
            yield Forward(kind=kind, old=old, new=key, published_at=made.edition.published_at)


def lead_on_all(editions: Sequence[Edition]) -> set[str]:
    """The same for the incidents of current editions.

    Those that never had to do with a merge cost nothing.
    """
    names = {edition.incident for edition in editions}
    said_before = Forward.objects.of_incident(*names).values_list("new", flat=True)
    merging = {edition.incident for edition in editions if edition.record.merged} | set(said_before)
    return {old for incident in sorted(merging) for old in lead_on(incident)}


def lead_on(incident: str) -> set[str]:
    """Store what the incident's editions say; the ids whose way may have changed by that."""
    stored, wanted = list(Forward.objects.of_incident(incident)), forwards_of(incident)
    if {said(row) for row in stored} == {said(row) for row in wanted}:
        return set()
    Forward.objects.of_incident(incident).delete()
    Forward.objects.bulk_create(wanted, batch_size=500)
    return {row.old for row in [*stored, *wanted] if row.kind == INCIDENTS}


def said(row: Forward) -> tuple[object, ...]:
    """All that a row says."""
    return row.kind, row.old, row.number, row.new, row.new_number, row.published_at
