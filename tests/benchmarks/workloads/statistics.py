"""Statistics of everything, counted for the first time."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks import sql
from tests.benchmarks.measuring import Contest, timed
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

MAIN = "by month and province"
QUESTIONS = {
    MAIN: "group_by=month&group_by=place:province",
    "by month": "group_by=month",
    "by year and country": "group_by=year&group_by=place:country",
    "by district": "group_by=place:district",
    "by actor": "group_by=actor",
    "by type and target": "group_by=type&group_by=target",
    "by publication": "group_by=publication",
    "of a country": "group_by=month&group_by=place:province&place=country-1",
    "of a search": "group_by=month&group_by=place:province&q=convoy",
}
RAW = """
    SELECT substr(g.day, 1, 7), p.key, count(*), sum(g.killed_low), sum(g.killed_high)
    FROM archive_incidentgist g JOIN archive_incidentplace l ON l.incident_id = g.incident_id
    JOIN archive_placeentry p ON p.key = l.key WHERE p.kind = 'province' GROUP BY 1, 2
"""
TARGETS = [Target(MAIN, f"{MAIN}: at most 150 ms", most=150)]


def statistics(stage: Stage) -> Iterator[Contest]:
    unit = Unit.MILLISECONDS
    counted = [
        stage.asked(name, f"/api/v1/statistics/?{asked}", unit=unit, on="fresh")
        for name, asked in QUESTIONS.items()
    ]
    again = stage.asked(f"{MAIN}, again", f"/api/v1/statistics/?{QUESTIONS[MAIN]}", unit=unit)
    contenders = [*stage.floor(unit), timed("raw SQL", lambda: sql.rows(RAW)), *counted, again]
    yield Contest("statistics of everything", unit, "empty view", contenders, TARGETS)
