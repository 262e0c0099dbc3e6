"""Citations: replaced whole, in the order of the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from archive import record as records
from archive.bulk import insert_final, insert_values
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
    keys = insert_values(Citation, [_values(claim, citation, ids) for claim, citation in given])
    through = Citation.reported_via.through
    credits = [
        through(citation_id=own, publication_id=ids["publications", key])
        for own, (_, citation) in zip(keys, given, strict=True)
        for key in citation.reported_via
    ]
    insert_final(credits)


def _values(claim: int, citation: records.Citation, ids: Ids) -> dict[str, Any]:
    return {
        "claim_id": claim,
        "source_id": ids["sources", citation.source],
        "locator": citation.locator,
        "quote": citation.quote,
        "stance": citation.stance,
        "quote_state": citation.checked.state if citation.checked else "",
        "quote_checked_on": citation.checked.on if citation.checked else None,
    }
