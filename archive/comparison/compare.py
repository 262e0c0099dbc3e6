"""The comparison of two records, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from archive.comparison.aspects import Sides, differences
from archive.comparison.changes import Change, Where, Whereabouts, change
from archive.comparison.figures import FIGURES
from archive.comparison.names import Names
from archive.comparison.pairing import paired
from archive.comparison.parts import ATTACKS, CLAIMS, INCIDENT, SHARED, Kind, citation_kind
from archive.comparison.values import joined
from archive.language import gettext
from archive.record import BaseClaim, Record

Parts = Sequence[Any]


def compare(old: Record, new: Record) -> tuple[Change, ...]:
    """Every difference between two records; empty exactly where they are equal.

    First what is settled of the incident, then attacks, claims with their citations, the shared entities,
    and the figures that follow. Whole parts that came or went are one change each.
    """
    return tuple(_changes(old, new, Sides(Names(old), Names(new))))


def _changes(old: Record, new: Record, sides: Sides) -> Iterator[Change]:
    yield from differences(old, new, INCIDENT, Where(Whereabouts.INCIDENT), gettext("Incident"), sides)
    yield from _parts(old.attacks, new.attacks, ATTACKS, sides)
    yield from _claims(old.claims, new.claims, sides)
    for name, kind in SHARED.items():
        yield from _parts(getattr(old, name), getattr(new, name), kind, sides)
    yield from _parts(old.figures, new.figures, FIGURES, sides)
    yield from _moved(
        old.figures, new.figures, FIGURES, (Where(Whereabouts.FIGURES), gettext("Figures")), sides
    )


def _parts(old: Parts, new: Parts, kind: Kind, sides: Sides) -> Iterator[Change]:
    for before, after in _differing(old, new, kind):
        yield from _part(before, after, kind, sides)


def _differing(old: Parts, new: Parts, kind: Kind) -> Iterator[tuple[Any, Any]]:
    """The parts side by side, but for those that are the same: of thousands, most are."""
    return (pair for pair in paired(old, new, kind.identity).pairs if pair[0] != pair[1])


def _part(before: Any, after: Any, kind: Kind, sides: Sides) -> Iterator[Change]:
    part = before if after is None else after
    where, subject = kind.where(part), kind.subject(part)
    if before is not None and after is not None:
        found = differences(before, after, kind.aspects, where, subject, sides)
        yield from islice(found, kind.most)
    else:
        gone = "" if before is None else kind.summary(before, sides.old)
        come = "" if after is None else kind.summary(after, sides.new)
        yield change(where, subject, "", gone, come)


def _claims(old: Parts, new: Parts, sides: Sides) -> Iterator[Change]:
    for before, after in _differing(old, new, CLAIMS):
        yield from _part(before, after, CLAIMS, sides)
        if before is not None and after is not None:
            yield from _citations(before, after, sides)
    yield from _moved(old, new, CLAIMS, (Where(Whereabouts.CLAIMS), gettext("Claims")), sides)


def _citations(old: BaseClaim, new: BaseClaim, sides: Sides) -> Iterator[Change]:
    gone, kept = citation_kind(new, sides.old), citation_kind(new, sides.new)
    for before, after in paired(old.citations, new.citations, kept.identity).pairs:
        yield from _part(before, after, gone if after is None else kept, sides)
    claim = CLAIMS.where(new), joined(CLAIMS.subject(new), gettext("citations"))
    yield from _moved(old.citations, new.citations, kept, claim, sides)


def _moved(old: Parts, new: Parts, kind: Kind, of: tuple[Where, str], sides: Sides) -> Iterator[Change]:
    """The parts that stand in another order, by where their list is and what it is called."""
    before, after = paired(old, new, kind.identity).moved
    if before:
        words = _in_order(before, kind, sides.old), _in_order(after, kind, sides.new)
        yield change(*of, gettext("order"), *words)


def _in_order(parts: Sequence[Any], kind: Kind, names: Names) -> str:
    return "; ".join(kind.name(part, names) for part in parts)
