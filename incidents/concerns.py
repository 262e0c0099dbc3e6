"""Which incidents are worth a look: derived from the audit whenever a record is kept or published."""

from __future__ import annotations

from archive.audit import Finding, FindingCode, audit
from archive.record import Record
from incidents.models import Concern, Incident

#: The findings that tell an editor of two statements which cannot both be right.
CONTRADICTIONS = frozenset(
    {
        FindingCode.TOTAL_DIFFERS,
        FindingCode.PARTS_DIFFER,
        FindingCode.CONTRADICTS_ITSELF,
        FindingCode.DISAGREEMENT,
    }
)


def contradictions(record: Record) -> list[Finding]:
    return [finding for finding in audit(record) if finding.code in CONTRADICTIONS]


def look_over(incident: Incident, record: Record) -> None:
    """Remember what the record contradicts, or that it contradicts nothing."""
    found = contradictions(record)
    if not found:
        Concern.objects.filter(incident=incident).delete()
        return
    seen = {"count": len(found), "message": found[0].message}
    Concern.objects.update_or_create(incident=incident, defaults=seen)
