"""Which incidents are worth a look: derived from the audit whenever a record is kept or published.

After a change of the audit's rules, and for rows that an import has written, `look_all_over` derives it anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from django.db import transaction

from archive.audit import Finding, audit
from archive.record import Record, RecordError
from archive.vocabulary import Doubt
from incidents.build import build
from incidents.models import Concern, Incident

#: The findings that tell an editor of two statements which cannot both be right.
CONTRADICTIONS = frozenset(
    {
        Doubt.TOTAL_DIFFERS,
        Doubt.PARTS_DIFFER,
        Doubt.CONTRADICTS_ITSELF,
        Doubt.DISAGREEMENT,
    }
)

#: So many ids are read at once.
BATCH = 500


def _contradictions(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.code in CONTRADICTIONS]


def look_over(incident: Incident, record: Record) -> None:
    """Remember what the record contradicts, and since when, or that it contradicts nothing."""
    remember([(incident, audit(record))])


def remember(audited: Sequence[tuple[Incident, Sequence[Finding]]]) -> None:
    """The same for many incidents, from what the audit found; one query forgets all that was mended."""
    concerns = [(incident, _contradictions(findings)) for incident, findings in audited]
    Concern.objects.filter(incident__in=[incident for incident, found in concerns if not found]).delete()
    for incident, found in concerns:
        if found:
            _remember(incident, found)


def _remember(incident: Incident, found: Sequence[Finding]) -> None:
    seen = {"count": len(found), "message": found[0].message}
    if not Concern.objects.filter(incident=incident, **seen).exists():
        Concern.objects.update_or_create(incident=incident, defaults=seen)


def look_all_over(after: str = "") -> Iterator[str]:
    """Look over every incident whose id follows this one, in the order of their ids; each id once it is done.

    An incident is locked while it is looked over, so that what an editor saves meanwhile is not undone. One
    whose rows make no record keeps what was found before.
    """
    following = Incident.objects.order_by("key").values_list("pk", "key")
    while batch := list(following.filter(key__gt=after)[:BATCH]):
        for pk, after in batch:
            _look_again(pk)
            yield after


def _look_again(pk: int) -> None:
    with transaction.atomic(), suppress(RecordError):
        incident = Incident.objects.select_for_update().filter(pk=pk).first()
        if incident is not None:
            look_over(incident, build(incident))
