"""The first page of a list beside one far down."""

from __future__ import annotations

from collections.abc import Iterator

from archive.api.paging import SIZE, Cursor, cursor_text
from archive.models import ClaimEntry, IncidentEntry
from archive.pages.paging import SIZE as PAGE
from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

#: The page that is far down, where there are so many.
DEEP = 2_000


def depth(stage: Stage) -> Iterator[Contest]:
    yield _contest(stage, "API list", "/api/v1/incidents/", f"/api/v1/incidents/?cursor={_incident(stage)}")
    yield _contest(stage, "API list of claims", "/api/v1/claims/", f"/api/v1/claims/?cursor={_claim(stage)}")
    yield _contest(stage, "list of incidents", "/incidents/", f"/incidents/?after={_position(stage, PAGE)}")


def _contest(stage: Stage, title: str, first: str, deep: str) -> Contest:
    unit = Unit.MILLISECONDS
    contenders = [*stage.floor(unit), stage.asked("page 1", first, unit=unit)]
    contenders.append(stage.asked("far down", deep, unit=unit))
    target = Target("far down", "at most 1.1 × page 1", "page 1", most=1.1)
    return Contest(f"{title}, far down", unit, "empty view", contenders, [target])


def _position(stage: Stage, size: int) -> str:
    """Of the incident before page 2,000 or, where there are fewer pages, before one of the last."""
    rows = IncidentEntry.objects.order_by("-position").values_list("position", flat=True)
    return rows[min(DEEP * size, stage.incidents - 3 * size)]


def _incident(stage: Stage) -> str:
    return cursor_text(Cursor("-date", False, 0, (_position(stage, SIZE),)))


def _claim(stage: Stage) -> str:
    rows = ClaimEntry.objects.order_by("pk").values_list("pk", flat=True)
    return cursor_text(Cursor("number", False, 0, (rows[min(DEEP * SIZE, stage.incidents * 4)],)))
