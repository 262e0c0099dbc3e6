"""How the counts moved: a chart for each count that was stated more than once, and the table behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from archive.charts import Chart, Moment, Point, course_chart
from archive.figures import Topic, course
from archive.language import gettext
from archive.pages.event.counts import Count, CountRow, CountTable
from archive.pages.event.reading import Reading
from archive.record import Figure
from archive.wording import date_text, figure_text, short_date

#: How many days a chart shows; the table of claims has them all.
DAYS = 60


@dataclass(frozen=True, slots=True)
class Step:
    """The claims of one day and the figure from then on. `day` is empty for undated claims."""

    day: date | None
    edtf: str
    rows: tuple[CountRow, ...]
    figure: Figure


@dataclass(frozen=True, slots=True)
class Movement:
    """One count, day by day; `earlier`: how many days lie before the first that is shown."""

    count: Count
    table: CountTable
    steps: tuple[Step, ...]
    earlier: int
    chart: Chart

    @property
    def anchor(self) -> str:
        number = self.table.figure.attack
        return f"{self.count.anchor}-moved" if number is None else f"{self.count.anchor}-{number}-moved"

    @property
    def summary(self) -> str:
        """“85–128 from 13 July 2018; 149 from 16 July 2018”."""
        return gettext("; ").join(_turn(step) for step in self.turns)

    @property
    def turns(self) -> tuple[Step, ...]:
        """The steps at which the figure came to be another."""
        texts = [figure_text(step.figure) for step in self.steps]
        before = ["", *texts]
        return tuple(step for step, text, old in zip(self.steps, texts, before, strict=False) if text != old)


def movements(counts: Sequence[Count], reading: Reading) -> Iterator[Movement]:
    """The incident's count of a measure where it was stated on several days; else those of its attacks."""
    for count in counts:
        if count.is_headline:
            found = [movement for table in count.tables if (movement := _movement(count, table, reading))]
            whole = [movement for movement in found if movement.table.attack is None]
            yield from whole or found


def _movement(count: Count, table: CountTable, reading: Reading) -> Movement | None:
    """Nothing where all that give a number spoke on one day; the rows are in the order of time."""
    stated = [row for row in table.rows if row.stated]
    of_days = [(day, tuple(rows)) for day, rows in groupby(stated, key=_day)]
    if len(of_days) < 2:
        return None
    shown = of_days[-DAYS:]
    figures = [*_figures(table, [day for day, _ in shown[:-1]], reading), table.figure]
    steps = tuple(_step(*each, figure) for each, figure in zip(shown, figures, strict=True))
    chart = course_chart([_moment(step) for step in steps])
    return Movement(count, table, steps, len(of_days) - len(shown), chart)


def _day(row: CountRow) -> date | None:
    """The first day on which the claim may have been made, from which on it is known."""
    undated, earliest, _ = row.shown.order
    return None if undated else earliest


def _figures(table: CountTable, days: Sequence[date | None], reading: Reading) -> Sequence[Figure]:
    """As it could be known on each day but the last, from which on the figure is that of the page."""
    known, figure = [day for day in days if day], table.figure
    return course(
        reading.evidence, Topic(figure.measure, figure.population, figure.attack), known, rule=reading.rule
    )


def _step(day: date | None, rows: tuple[CountRow, ...], figure: Figure) -> Step:
    edtf = min((row.shown.said.edtf for row in rows), key=len) if day else ""
    return Step(day, edtf, rows, figure)


def _turn(step: Step) -> str:
    text = figure_text(step.figure)
    if step.day is None:
        return gettext("{figure} with undated claims").format(figure=text)
    return gettext("{figure} from {day}").format(figure=text, day=date_text(step.edtf))


def _moment(step: Step) -> Moment:
    points = (
        Point(row.shown.number, row.shown.value.text, row.stated, row.left_out is None)
        for row in step.rows
        if row.stated
    )
    return Moment(short_date(step.edtf) if step.day else (gettext("undated"),), tuple(points), step.figure)
