"""Figures: what is counted, of whom, under the rule that is asked for."""

from __future__ import annotations

from archive.columns.documents import ListedFigure
from archive.columns.table import Column, Table

FIGURES = Table(
    "figures",
    "One figure of an incident or of one of its attacks.",
    ListedFigure,
    (
        Column("incident", "incident.id"),
        Column("incident_title", "incident.title"),
        Column("incident_date", "incident.date"),
        Column("incident_earliest", "incident.earliest"),
        Column("incident_latest", "incident.latest"),
        Column("about", "about"),
        Column("attack", "attack"),
        Column("measure", "measure"),
        Column("population", "population"),
        Column("rule", "rule"),
        Column("low", "low"),
        Column("best", "best"),
        Column("high", "high"),
        Column("open_above", "open_above"),
        Column("open_below", "open_below"),
        Column("incident_api_url", "incident.api_url"),
        Column("incident_page_url", "incident.page_url"),
    ),
)
