"""Citations: replaced whole, in the order of the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive import record as records
from archive.bulk import insert, insert_final
from incidents.load.entities import Ids
from incidents.load.incidents import Loaded, Numbered
from incidents.models import Citation


def store_citations(loaded: Sequence[Loaded], ids: Ids, stored: Mapping[Numbered, int]) -> None:
    """Make the incidents' citations those of their claims."""
    if known := [each.row for each in loaded if not each.is_new]:
        Citation.objects.filter(claim__incident__in=known).delete()
    given = [
        (stored[each.row.pk, claim.number], citation)
        for each in loaded
        for claim in each.record.claims
        for citation in claim.citations
    ]
    rows = [_row(claim, citation, ids) for claim, citation in given]
    insert(rows)
    through = Citation.reported_via.through
    credits = [
        through(citation_id=row.pk, publication_id=ids["publications", key])
        for row, (_, citation) in zip(rows, given, strict=True)
        for key in citation.reported_via
    ]
    insert_final(credits)


def _row(claim: int, citation: records.Citation, ids: Ids) -> Citation:
    return Citation(
        claim_id=claim,
        source_id=ids["sources", citation.source],
        locator=citation.locator,
        quote=citation.quote,
        stance=citation.stance,
    )
