"""What lists of incidents count by: of each incident a few short facts, which follow from its record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from archive.audit import sources_disagree
from archive.dates import Bounds
from archive.figures import Topic
from archive.independence import independence
from archive.language import in_english
from archive.record import Figure, Record
from archive.vocabulary import Population, Property, Unit


class Gist(NamedTuple):
    """One incident in short.

    `day`: its first day, as 2024-02-07, where a single year holds all the days that it may have happened on;
    `unit`: the smallest unit of the calendar that holds them; both are empty elsewhere. The killed are
    people, under the archive's rule. `origins`: on how many independent sources all that is said rests. A
    measure is disputed where sources in use give numbers that exclude one another.
    """

    day: str
    unit: str
    killed_low: int | None
    killed_high: int | None
    killed_open: bool
    origins: int
    killed_disputed: bool
    injured_disputed: bool


@in_english
def gist_of(record: Record, days: Bounds, figures: Iterable[Figure]) -> Gist:
    """The gist of an incident that lies within `days`, with its figures under the archive's rule."""
    unit, killed, disputed = unit_of(days), _killed(figures), sources_disagree(record)
    return Gist(
        day=days.earliest.isoformat() if unit and days.earliest else "",
        unit=str(unit or ""),
        killed_low=killed.low if killed else None,
        killed_high=killed.high if killed else None,
        killed_open=bool(killed and killed.open_above),
        origins=_origins(record),
        killed_disputed=_is_disputed(Property.KILLED, disputed),
        injured_disputed=_is_disputed(Property.INJURED, disputed),
    )


def unit_of(days: Bounds) -> Unit | None:
    """The smallest unit of the calendar that holds all the days; none where a year is too short."""
    first, last = days.earliest, days.latest
    if first is None or last is None or first.year != last.year:
        return None
    if first.month != last.month:
        return Unit.YEAR
    return Unit.DAY if first == last else Unit.MONTH


def _killed(figures: Iterable[Figure]) -> Figure | None:
    """The incident's figure of the killed, if any claim speaks of them."""
    for figure in figures:
        if (figure.measure, figure.population, figure.attack) == (Property.KILLED, Population.ALL, None):
            return figure
    return None


def _origins(record: Record) -> int:
    cited = {citation.source for claim in record.claims for citation in claim.citations}
    return independence(record, cited).count


def _is_disputed(measure: Property, disputed: Iterable[Topic]) -> bool:
    return any((topic.measure, topic.population) == (measure, Population.ALL) for topic in disputed)
