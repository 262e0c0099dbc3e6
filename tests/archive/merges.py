"""Published incidents of which one was merged into another."""

from __future__ import annotations

from archive.models import Edition
from archive.record import Merged, Record, Renumbered
from tests.archive.published import publish
from tests.builders import count, exactly, record

CLAIMS = (Renumbered(old=1, new=5), Renumbered(old=2, new=6))
ATTACKS = (Renumbered(old=1, new=2),)


def first() -> Record:
    return record(count(1, exactly(3), attack=1), count(2, exactly(4)), attacks=1, id="first", title="First")


def alone() -> Record:
    return record(count(1, exactly(9)), attacks=1, id="second", title="Second")


def whole(*more: Merged) -> Record:
    """The second incident with the first one in it."""
    moved = [count(5, exactly(3), attack=2), count(6, exactly(4))]
    merged = (Merged(id="first", claims=CLAIMS, attacks=ATTACKS), *more)
    return record(count(1, exactly(9)), *moved, attacks=2, id="second", title="Second", merged=merged)


def merged() -> Edition:
    """Both published, and then the second with the first one in it."""
    return publish(first(), alone(), whole())[-1]
