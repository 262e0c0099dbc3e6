"""Works to cite, as the tests of citing need them."""

from __future__ import annotations

from datetime import date
from typing import Any

from archive.citing import Work
from archive.figures import with_figures
from archive.record import Record
from tests.builders import record

SITE = "https://archive.example.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def work(of: Record | None = None, **more: Any) -> Work:
    """The third edition, of 7 August 2026."""
    given: dict[str, Any] = {
        "record": with_figures(of or record()),
        "edition": 3,
        "day": date(2026, 8, 7),
        "archive": "The Archive",
        "site": SITE,
        "licence": LICENCE,
    }
    return Work(**given | more)
