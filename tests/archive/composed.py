"""Editions whose answers are composed, and a process that has others compose them: for tests alone."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from multiprocessing import active_children

from archive.vocabulary import EditionKind

MOMENT = datetime(2026, 1, 2, tzinfo=UTC)


def volumes(number: int) -> list[object]:
    """So many first editions of different incidents, none of them stored."""
    from archive.catalogue.composing import Volume
    from archive.figures import for_readers
    from archive.models import Edition
    from archive.record import canonical
    from tests.builders import count, exactly, record

    found: list[object] = []
    for place in range(number):
        said = for_readers(record(count(1, exactly(place), "s1"), id=f"event-{place}"))
        edition = Edition(incident=said.id, number=1, kind=EditionKind.FIRST, published_at=MOMENT)
        edition.text, edition.seal = canonical(said).decode(), f"{place:064}"
        found.append(Volume(edition, [edition]))
    return found


def main() -> None:
    """Let others compose; name them on a line, and wait for whatever comes."""
    import django

    django.setup()
    from archive.catalogue.apart import Composing, composing_apart

    with composing_apart():
        Composing(volumes(200)).results()  # type: ignore[arg-type]
        print(*[child.pid for child in active_children()], os.getpid(), flush=True)  # noqa: T201
        sys.stdin.read()


if __name__ == "__main__":
    main()
