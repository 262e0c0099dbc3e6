"""What it takes to enter thirty claims from three reports: by the worksheet, and by the claim form.

On an empty, migrated database, named by DATABASE_URL, with Chromium installed:

    DEBUG=1 python -m tests.benchmarks.entering

Both enter the same; whatever differs is told. The sources, the attacks and what they name are at the desk.
By the form the reports are read in another window, whose pages are not counted. The seconds of a hand
follow from keys and clicks; reading and deciding come on top in both ways.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

from pytest_django.live_server_helper import LiveServer  # noqa: E402

from incidents.build import build  # noqa: E402
from incidents.models import Incident  # noqa: E402
from tests.browser.chromium import Chromium, installed  # noqa: E402
from tests.browser.desk import Desk  # noqa: E402
from tests.browser.entering.hands import Effort, Hands  # noqa: E402
from tests.browser.entering.reports import Report, Wanted, an_incident  # noqa: E402
from tests.browser.entering.ways import by_form, by_worksheet  # noqa: E402

Way = Callable[[Hands, Report, Sequence[Wanted]], None]
WAYS: dict[str, Way] = {"worksheet": by_worksheet, "form": by_form}


def main() -> None:
    executable = installed()
    if executable is None:
        sys.exit("Chromium is not installed: on Debian, apt install chromium")
    server = LiveServer("localhost")
    chromium = Chromium(executable)
    try:
        desk = Desk(chromium, chromium.window(), server.url)
        desk.come_in_as("editor")
        efforts = {name: entered(desk, name, way) for name, way in WAYS.items()}
        told(efforts, desk.watch.faults)
    finally:
        chromium.close()
        server.stop()


def entered(desk: Desk, name: str, way: Way) -> Effort:
    reports = an_incident(f"entered-by-{name}")
    hands = Hands(desk)
    for report in reports:
        way(hands, report, report.claims)
    return hands.done()


def told(efforts: dict[str, Effort], faults: list[str]) -> None:
    rows: list[tuple[str, Callable[[Effort], Any]]] = [
        ("page loads", lambda effort: effort.loads),
        ("key strokes", lambda effort: effort.keys),
        ("clicks", lambda effort: effort.clicks),
        ("seconds of a hand", lambda effort: round(effort.by_hand)),
        ("seconds of this run", lambda effort: round(effort.seconds)),
    ]
    print(f"{'':<22}" + "".join(f"{name:>12}" for name in efforts))  # noqa: T201
    for words, figure in rows:
        print(f"{words:<22}" + "".join(f"{figure(each):>12}" for each in efforts.values()))  # noqa: T201
    claims = [_claims(f"entered-by-{name}") for name in efforts]
    print(f"{len(claims[0])} claims, {'the same both ways' if claims[0] == claims[1] else 'which differ'}")  # noqa: T201
    print(*faults, sep="\n")  # noqa: T201


def _claims(key: str) -> list[dict[str, Any]]:
    return [claim.model_dump() for claim in build(Incident.objects.get(key=key)).claims]


if __name__ == "__main__":
    main()
