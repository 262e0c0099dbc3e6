"""Citations: replaced whole, in the order of the record."""

from __future__ import annotations

from collections.abc import Sequence

from archive import record as records
from incidents.load.claims import Numbered
from incidents.load.entities import Ids
from incidents.models import Citation, Incident


def store_citations(
    incident: Incident, claims: Sequence[records.BaseClaim], ids: Ids, stored: Numbered
) -> None:
    """Make the incident's citations those of its claims."""
    Citation.objects.filter(claim__incident=incident).delete()
    given = [(claim.number, citation) for claim in claims for citation in claim.citations]
    rows = Citation.objects.bulk_create([_row(stored[number], citation, ids) for number, citation in given])
    through = Citation.reported_via.through
    through.objects.bulk_create(
        through(citation_id=row.pk, publication_id=ids["publications", key])
        for row, (_, citation) in zip(rows, given, strict=True)
        for key in citation.reported_via
    )


def _row(claim: int, citation: records.Citation, ids: Ids) -> Citation:
    return Citation(
        claim_id=claim,
        source_id=ids["sources", citation.source],
        locator=citation.locator,
        quote=citation.quote,
        stance=citation.stance,
    )
