"""What a record settles, for filters and short answers: when it lies, who is responsible, its conflicts."""

from __future__ import annotations

from datetime import date

from archive.dates import Bounds, bounds
from archive.record import Attack, BaseClaim, PartOfClaim, Record, ResponsibilityClaim
from archive.vocabulary import About, Attribution, Rank

UNDATED = Bounds(None, None)


def incident_days(record: Record) -> Bounds:
    """The days of the record's settled date, else the days that its dated attacks span."""
    if record.date:
        return bounds(record.date)
    dated = [bounds(attack.date) for attack in record.attacks if attack.date]
    if not dated:
        return UNDATED
    earliest = min(days.earliest or date.min for days in dated)
    latest = max(days.latest or date.max for days in dated)
    return Bounds(
        None if earliest == date.min else earliest,
        None if latest == date.max else latest,
    )


def attack_days(attack: Attack, record: Record) -> Bounds:
    """The days of the attack's own date; where it has none, the incident's, within which it must lie."""
    return bounds(attack.date) if attack.date else incident_days(record)


def responsibilities(record: Record) -> tuple[tuple[str | None, Attribution], ...]:
    """Each way in which each actor is held responsible for the incident or an attack, in page order.

    Claims about the context hold nobody responsible for the incident; deprecated ones are not counted.
    """
    found = {
        (claim.value.actor, claim.value.attribution): None
        for claim in record.claims
        if isinstance(claim, ResponsibilityClaim) and _counts(claim)
    }
    return tuple(found)


def conflicts(record: Record) -> tuple[str, ...]:
    """The conflicts that the incident or an attack is part of, by key, in page order."""
    found = {
        claim.value.conflict: None
        for claim in record.claims
        if isinstance(claim, PartOfClaim) and _counts(claim)
    }
    return tuple(found)


def _counts(claim: BaseClaim) -> bool:
    return claim.about is not About.CONTEXT and claim.rank is not Rank.DEPRECATED
