"""Statistics: how many incidents and people, by what incidents have in common."""

from __future__ import annotations

from pydantic import BaseModel

from archive.answers.parts import Entity
from archive.statistics import Grouping, Measure
from archive.vocabulary import AttackType, Attribution, Population, Rule, TargetType, WeaponType


class SumAnswer(BaseModel):
    """What the figures of some incidents add up to, in people, as a span that keeps what is not known.

    `low` and `high` add up the ends of the figures of `records` incidents, and are null where there are none.
    The other incidents state no number that the rule takes: `without_number`, and they add nothing. The
    figures of `open_above` of the records may be larger than their high end, so that the sum is “`high` or
    more”; those of `open_below` may be smaller than their low end.
    """

    low: int | None
    high: int | None
    records: int
    open_above: int
    open_below: int
    without_number: int


class CountedAnswer(BaseModel):
    """How many incidents, each counted once, and the sums of each measure that was asked for; else null."""

    incidents: int
    killed: SumAnswer | None
    injured: SumAnswer | None
    killed_or_injured: SumAnswer | None
    missing: SumAnswer | None
    detained: SumAnswer | None


class PeriodAnswer(BaseModel):
    """When the incidents of a group happened: in the period `name`, such as 2024-02, 2024-W06.

    Where their dates are wider than a period, the name is null; `within` then names the larger one that holds
    them, null where there is none, and `reason` says so.
    """

    name: str | None
    within: str | None
    reason: str


class GroupAnswer(CountedAnswer):
    """The incidents that have all of this in common; what was not asked for is null.

    An actor counts its parts' incidents too, as its list does; where a source says that nobody was named, it
    is null. `incidents_url` lists the incidents; it is null where no list can be asked for just these.
    """

    period: PeriodAnswer | None
    place: Entity | None
    actor: Entity | None
    attribution: Attribution | None
    type: AttackType | None
    target: TargetType | None
    weapon: WeaponType | None
    publication: Entity | None
    incidents_url: str | None


class TotalAnswer(CountedAnswer):
    """All incidents that were asked for."""

    incidents_url: str


class StatisticsAnswer(BaseModel):
    """Incidents in groups, in order of their periods and keys.

    `total` counts each incident once. `overlapping`: an incident that has several of what it is grouped by
    stands in each of its groups, so that these must not be added up. Those of which nothing is known that
    they could be grouped by are groups of their own, in which it is null. Of what is asked for already, like
    a place, there are groups of that alone, and of what lies within it.
    """

    rule: Rule
    population: Population
    group_by: list[Grouping]
    measures: list[Measure]
    overlapping: bool
    total: TotalAnswer
    next: str | None
    results: list[GroupAnswer]
