"""When the incidents of a list happened and how many people were killed in them: a chart, and a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from archive.charts import Column, Columns, Stack, columns
from archive.filters import BadFilter, Narrowing, Tally, Totals, tallies
from archive.language import gettext, ngettext
from archive.pages import asking
from archive.timeline import Period, periods, unit_for
from archive.vocabulary import Unit
from archive.wording import number_text, open_text, range_text

UNITS = {unit.value: unit for unit in Unit}


@dataclass(frozen=True, slots=True)
class Span:
    """A period with what happened in it; `href`: the list of it alone. A column is None where it is empty."""

    period: Period
    tally: Tally
    href: str
    incidents: Column | None
    killed: Column | None

    @property
    def killed_text(self) -> str:
        """“28–30+”."""
        numbers = range_text(self.tally.killed_low, self.tally.killed_high)
        return open_text(numbers, bool(self.tally.open_above))

    @property
    def text(self) -> str:
        """“February 2024: 12 incidents, 28–30+ killed”."""
        number = self.tally.incidents
        words = ngettext(
            "{period}: {number} incident, {killed} killed",
            "{period}: {number} incidents, {killed} killed",
            number,
        )
        return words.format(period=self.period.text, number=number_text(number), killed=self.killed_text)


@dataclass(frozen=True, slots=True)
class Choice:
    """Another unit to show the timeline by."""

    unit: Unit
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """`left_out`: the incidents that no period shown holds, since their dates are too vague, or too early."""

    unit: Unit
    choices: Sequence[Choice]
    incidents: Columns
    killed: Columns
    spans: Sequence[Span]
    left_out: int
    shown: Sequence[Period]

    @property
    def marked(self) -> Sequence[Period]:
        """The periods that are named along the foot: the ends, and the one in the middle, if any."""
        middle, rest = divmod(len(self.shown), 2)
        return self.shown[0], *self.shown[middle : middle + rest], self.shown[-1]


def unit_asked(asked: QueryDict) -> Unit | None:
    """By what the reader wants it shown, if they say so. Raises BadFilter."""
    word = asked.get("by", "")
    if word and word not in UNITS:
        refusal = gettext("“{value}” is not one of: {words}.")
        raise BadFilter({"by": [refusal.format(value=word[:40], words=", ".join(UNITS))]})
    return UNITS.get(word)


def timeline(asked: QueryDict, narrowing: Narrowing, found: Totals) -> Timeline | None:
    """None where no incident has a day, month or year. One query."""
    if found.first is None or found.last is None:
        return None
    days = _asked_days(narrowing, found.first, found.last)
    shown = periods(unit_asked(asked) or unit_for(*days), *days)
    by_name = {tally.name: tally for tally in tallies(narrowing, shown)}
    return _drawn(asked, shown, by_name, found)


def _asked_days(narrowing: Narrowing, first: date, last: date) -> tuple[date, date]:
    """What lies between the two days, as far as it was asked for; dates that are vague reach beyond it."""
    start, end = narrowing.asked["date_from"] or first, narrowing.asked["date_to"] or last
    start, end = max(first, start), min(last, end)
    return (start, end) if start <= end else (first, last)


def _drawn(
    asked: QueryDict, shown: Sequence[Period], by_name: Mapping[str, Tally], found: Totals
) -> Timeline:
    stacks = [by_name.get(period.name, Tally(period.name, 0, 0, 0, 0)) for period in shown]
    incidents = columns([Stack(tally.incidents, tally.incidents) for tally in stacks])
    killed = columns([Stack(tally.killed_low, tally.killed_high) for tally in stacks])
    drawn = zip(shown, stacks, incidents.columns, killed.columns, strict=True)
    spans = [Span(period, tally, _within(asked, period), *pair) for period, tally, *pair in drawn]
    unit = shown[0].unit
    return Timeline(
        unit=unit,
        choices=[Choice(each, asking.with_one(asked, by=each.value), each is unit) for each in Unit],
        incidents=incidents,
        killed=killed,
        spans=[span for span in spans if span.tally.incidents],
        left_out=found.incidents - sum(tally.incidents for tally in stacks),
        shown=shown,
    )


def _within(asked: QueryDict, period: Period) -> str:
    days = {"date_from": period.first.isoformat(), "date_to": period.last.isoformat()}
    return asking.with_one(asked, **days)
