"""Incidents as lines of a spreadsheet: one line each, with the figures under the archive's rule."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from archive.language import in_english
from archive.vocabulary import Population, Property

#: The answer about an incident in short, as `archive.answers.IncidentBrief` is sent.
Brief = Mapping[str, Any]

COUNTED = (Property.KILLED, Property.INJURED)
NUMBERS = ("low", "best", "high", "open_above")

COLUMNS = (
    "id",
    "title",
    "date",
    "earliest",
    "latest",
    "place",
    "place_name",
    "attacks",
    *(f"{measure}_{number}" for measure in COUNTED for number in NUMBERS),
    "responsibility",
    "conflicts",
    "origins",
    "killed_disputed",
    "injured_disputed",
    "edition",
    "updated_at",
    "address",
)

#: What makes a spreadsheet take a text for a formula: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

#: By it spreadsheets recognise UTF-8.
MARK = "\ufeff"


@in_english
def heading() -> str:
    """The first line."""
    return MARK + _line(COLUMNS)


@in_english
def line(brief: Brief, origins: int, killed_disputed: bool, injured_disputed: bool) -> str:
    """The line of one incident."""
    place = brief["place"] or {"key": "", "name": ""}
    cells = [
        *(brief[name] for name in ("id", "title", "date", "earliest", "latest")),
        place["key"],
        place["name"],
        brief["attacks"],
        *(number for measure in COUNTED for number in _numbers(brief, measure)),
        "; ".join(_held(one) for one in brief["responsibility"]),
        "; ".join(one["name"] for one in brief["conflicts"]),
        *(origins, killed_disputed, injured_disputed),
        *(brief[name] for name in ("edition", "updated_at", "page_url")),
    ]
    return _line([_cell(value) for value in cells])


def _numbers(brief: Brief, measure: Property) -> Sequence[Any]:
    """Of the figure about everybody, low, best, high, and whether it is open; nothing where there is none."""
    for figure in brief["figures"]:
        if figure["measure"] == measure and figure["population"] == Population.ALL:
            return (
                [figure[number] for number in NUMBERS] if figure["low"] is not None else [""] * len(NUMBERS)
            )
    return [""] * len(NUMBERS)


def _held(responsible: Mapping[str, Any]) -> str:
    actor = responsible["actor"]
    return f"{actor['name']}: {responsible['attribution']}" if actor else str(responsible["attribution"])


def _cell(value: object) -> str:
    """The value as text that no spreadsheet takes for a formula."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _line(cells: Iterable[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
