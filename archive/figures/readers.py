"""The record as readers get it: without what is withheld, and without a trace of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.figures.figure import with_figures
from archive.record import BaseClaim, Record
from archive.record.links import ENTITIES, held, reached


def for_readers(record: Record) -> Record:
    """The record without what is withheld, its figures computed anew."""
    return with_figures(visible(record))


def visible(record: Record) -> Record:
    """The record without withheld claims and the entities that only they refer to.

    A claim that a withheld claim supersedes is linked to the next one in the chain that readers can see; if
    there is none, it stands.
    """
    claims = {claim.number: claim for claim in record.claims}
    kept = [_relinked(claim, claims) for claim in record.claims if not claim.withheld]
    if len(kept) == len(record.claims):
        return record
    return _without_strangers(_without_traces(record.model_copy(update={"claims": tuple(kept)}), claims))


def _relinked(claim: BaseClaim, claims: Mapping[int, BaseClaim]) -> BaseClaim:
    newer = claim.superseded_by
    while newer is not None and claims[newer].withheld:
        newer = claims[newer].superseded_by
    if newer == claim.superseded_by:
        return claim
    reason = claim.superseded_reason if newer else ""
    return claim.model_copy(update={"superseded_by": newer, "superseded_reason": reason})


def _without_traces(record: Record, claims: Mapping[int, BaseClaim]) -> Record:
    """The record without the former numbers of withheld claims."""
    withheld = {number for number, claim in claims.items() if claim.withheld}
    merged = (
        one.model_copy(update={"claims": tuple(pair for pair in one.claims if pair.new not in withheld)})
        for one in record.merged
    )
    return record.model_copy(update={"merged": tuple(merged)})


def _without_strangers(record: Record) -> Record:
    """The record without the entities to which nothing in it refers."""
    known = reached(record, held(record))
    kept: dict[str, Any] = {
        name: tuple(entity for entity in getattr(record, name) if (name, entity.key) in known)
        for name in ENTITIES
    }
    return record.model_copy(update=kept)
