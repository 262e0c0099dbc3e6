"""When claims were made, and what was known on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from archive.dates import Bounds, bounds
from archive.record import BaseClaim, Claim, Record, Source


def claimed_day(claim: BaseClaim, sources: Mapping[str, Source]) -> Bounds:
    """The days on which the claim may have been made: `claimed_on`, else when its first source appeared.

    `sources`: the record's, by key. Both bounds are `None` when nothing tells; `earliest` alone is `None`
    when the start is open.
    """
    if claim.claimed_on:
        return bounds(claim.claimed_on)
    published = (sources[citation.source].published for citation in claim.citations)
    return _first([bounds(text) for text in published if text])


def _first(days: list[Bounds]) -> Bounds:
    """The first of some days: as early as any of them, and no later than any."""
    if not days:
        return Bounds(None, None)
    earliest = min(day.earliest or date.min for day in days)
    latest = min(day.latest or date.max for day in days)
    return Bounds(
        None if earliest == date.min else earliest,
        None if latest == date.max else latest,
    )


def is_known(day: Bounds, known_at: date) -> bool:
    """Whether a claim of that day may have been made by `known_at`; never so when it is undated."""
    return day.is_dated and (day.earliest or date.min) <= known_at


def known_claims(record: Record, day: date) -> tuple[Claim, ...]:
    """The claims whose earliest possible day is on or before `day`, in page order."""
    sources = {source.key: source for source in record.sources}
    return tuple(claim for claim in record.claims if is_known(claimed_day(claim, sources), day))


def undated_claims(record: Record) -> tuple[Claim, ...]:
    """The claims of which nothing tells when they were made, in page order."""
    sources = {source.key: source for source in record.sources}
    return tuple(claim for claim in record.claims if not claimed_day(claim, sources).is_dated)
