"""Incidents gathered into groups by the database, with what their figures add up to in each.

Written as SQL: links, gists and figures share an incident, and the incident's own row, by which alone a
queryset could reach from one to the other, is long and not needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from archive.filters.linking import columns_of, links_of
from archive.filters.narrowing import Narrowing
from archive.models import FigureEntry, IncidentEntry, IncidentGist
from archive.replica.chosen import read_connection
from archive.statistics import Interval, Measure, Question
from archive.vocabulary import Population, Rule

GIST, ENTRY, FIGURE = (model._meta.db_table for model in (IncidentGist, IncidentEntry, FigureEntry))

#: The name of the smallest stretch of the calendar that holds an incident's date, down to the interval.
PERIODS = {
    Interval.DAY: "substr(g.day, 1, CASE g.unit WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END)",
    Interval.MONTH: "substr(g.day, 1, CASE g.unit WHEN 'year' THEN 4 ELSE 7 END)",
    Interval.YEAR: "substr(g.day, 1, 4)",
}
#: The Monday of the week in which a day lies, as text.
MONDAYS = {
    "postgresql": "to_char(date_trunc('week', {day}::date), 'YYYY-MM-DD')",
    "sqlite": "date({day}, '-6 days', 'weekday 1')",
}
#: Keys are sorted by their characters, whatever language the database is of.
SORTED = {"postgresql": ' COLLATE "C"', "sqlite": ""}
#: The figure that a gist holds; the numbers of any other stand in its own row.
SETTLED = (Measure.KILLED, Population.ALL, Rule.ARCHIVE)


class Part(NamedTuple):
    """A part of a statement, and the values that stand in it."""

    sql: str
    values: Sequence[Any] = ()


class Sums(NamedTuple):
    """What the figures of a measure add up to, in people; nothing where there are no numbers.

    `records`: of so many incidents there are numbers; of so many of them, the number is open above or below.
    """

    low: int | None
    high: int | None
    records: int
    open_above: int
    open_below: int


class Gathered(NamedTuple):
    """Incidents with the same `period`, which `archive.statistics.standing` reads, and the same `values`.

    The values are empty where nothing is known that could be one.
    """

    period: str
    values: tuple[str, ...]
    incidents: int
    sums: tuple[Sums, ...]


def groups(question: Question, narrowing: Narrowing, start: int, most: int) -> Sequence[Gathered]:
    """The groups from the one at `start`, at most so many, ordered by their periods and values. One query."""
    columns = list(_columns(question))
    if not columns:
        return []
    numbers = ", ".join(str(number + 1) for number in range(len(columns)))
    ending = Part(f"GROUP BY {numbers} ORDER BY {numbers} LIMIT %s OFFSET %s", (most, start))
    try:
        rows = _rows(question, narrowing, columns, [*_tables(question, narrowing)], ending)
    except EmptyResultSet:
        return []
    return [_read(question, row) for row in rows]


def everything(question: Question, narrowing: Narrowing) -> Gathered:
    """All incidents, each counted once. One query."""
    try:
        (row,) = _rows(question, narrowing, [], [], Part(""))
    except EmptyResultSet:
        return Gathered("", (), 0, (Sums(None, None, 0, 0, 0),) * len(question.measures))
    return Gathered("", (), row[0], tuple(_sums(row[1:])))


def _columns(question: Question) -> Iterator[str]:
    """What the groups are made by: the period, then the values."""
    expressions = [] if question.interval is None else [_period(question.interval)]
    expressions += [f"COALESCE(v.{name}, '')" for name in columns_of(question.by)]
    return (expression + SORTED[read_connection().vendor] for expression in expressions)


def _period(interval: Interval) -> str:
    if interval is not Interval.WEEK:
        return PERIODS[interval]
    day, first, last = (
        MONDAYS[read_connection().vendor].format(day=day) for day in ("g.day", "e.earliest", "e.latest")
    )
    return f"CASE WHEN g.unit = 'day' THEN {day} WHEN {first} = {last} THEN {first} ELSE '' END"


def _tables(question: Question, narrowing: Narrowing) -> Iterator[Part]:
    if question.interval is Interval.WEEK:
        # A gist tells months, and a week may lie in two; the incident's days tell.
        yield Part(f"LEFT JOIN {ENTRY} e ON e.key = g.incident_id AND g.unit <> 'day'")
    if question.by:
        links, values = _compiled(links_of(question.by, narrowing))
        yield Part(f"LEFT JOIN ({links}) v ON v.incident = g.incident_id", values)


def _rows(
    question: Question, narrowing: Narrowing, columns: Sequence[str], tables: Sequence[Part], ending: Part
) -> list[tuple[Any, ...]]:
    rule = narrowing.asked["rule"]
    sums = [sum_ for number in range(len(question.measures)) for sum_ in _added_up(question, rule, number)]
    parts = [
        Part(f"SELECT {', '.join([*columns, 'COUNT(*)', *sums])} FROM {GIST} g"),
        *tables,
        *(_figures(question, rule, number) for number in range(len(question.measures))),
        _asked(narrowing),
        ending,
    ]
    with read_connection().cursor() as cursor:
        cursor.execute(
            " ".join(part.sql for part in parts), [value for part in parts for value in part.values]
        )
        return list(cursor.fetchall())


def _asked(narrowing: Narrowing) -> Part:
    """Only the incidents that are asked for."""
    if not narrowing.narrows(""):
        return Part("WHERE TRUE")
    chosen = narrowing.among(IncidentGist.objects.order_by()).values_list("incident")
    sql, values = _compiled(chosen)
    return Part(f"WHERE g.incident_id IN ({sql})", values)


def _figures(question: Question, rule: Rule, number: int) -> Part:
    """The figure of the measure with that number; of the settled one, what alone the gist does not tell."""
    measure = question.measures[number]
    only = f"AND f{number}.open_below" if _is_settled(question, rule, measure) else ""
    return Part(
        f"LEFT JOIN {FIGURE} f{number} ON f{number}.incident_id = g.incident_id AND f{number}.attack IS NULL "
        f"AND f{number}.rule = %s AND f{number}.measure = %s AND f{number}.population = %s {only}",
        (str(rule), str(measure), str(question.population)),
    )


def _added_up(question: Question, rule: Rule, number: int) -> Iterator[str]:
    """The columns of `Sums`."""
    low, high, above = (f"f{number}.{name}" for name in ("low", "high", "open_above"))
    if _is_settled(question, rule, question.measures[number]):
        low, high, above = "g.killed_low", "g.killed_high", "g.killed_open"
    yield from (f"SUM({low})", f"SUM({high})", f"COUNT({low})")
    for side in (above, f"f{number}.open_below"):
        yield f"COUNT(CASE WHEN {low} IS NOT NULL AND {side} THEN 1 END)"


def _is_settled(question: Question, rule: Rule, measure: Measure) -> bool:
    return (measure, question.population, rule) == SETTLED


def _compiled(rows: QuerySet[Any, Any]) -> Part:
    """Raises EmptyResultSet where nothing can be found."""
    return Part(*rows.query.get_compiler(connection=read_connection()).as_sql())


def _read(question: Question, row: tuple[Any, ...]) -> Gathered:
    named = len(columns_of(question.by))
    period, rest = (row[0], row[1:]) if question.interval else ("", row)
    return Gathered(period, tuple(rest[:named]), rest[named], tuple(_sums(rest[named + 1 :])))


def _sums(columns: Sequence[Any]) -> Iterator[Sums]:
    for start in range(0, len(columns), len(Sums._fields)):
        low, high, *counts = columns[start : start + len(Sums._fields)]
        yield Sums(_whole(low), _whole(high), *counts)


def _whole(number: Any) -> int | None:
    """A sum is a decimal number on PostgreSQL."""
    return None if number is None else int(number)
