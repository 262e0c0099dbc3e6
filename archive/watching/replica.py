"""What is to be known of the replica, where there is one. Its death is a trouble, but not for readers."""

from __future__ import annotations

import time

from django.conf import settings

from archive.replica.chosen import there_is_one
from archive.replica.fitness import Course, Patience
from archive.replica.places import both
from archive.replica.watch import LOOKS, Watch, watch
from archive.watching.facts import Fact, Section

#: Seconds between the looks of a command, which watches over nothing.
PAUSE = 0.5


def replica() -> list[Section]:
    return [Section("The replica", facts_of(seen()))] if there_is_one() else []


def seen() -> Course:
    """What this process saw of it; where it serves nobody, it looks now."""
    if watch().begun:
        return watch().course
    now = Watch(Patience(settings.REPLICA_LAG, LOOKS))
    with both() as servers:
        for pause in (0, *[PAUSE] * (LOOKS - 1)):
            time.sleep(pause)
            now.look(servers)
    return now.course


def facts_of(course: Course) -> list[Fact]:
    behind = Fact("replica_lag_seconds", "behind", course.lag, f"{course.lag:.1f} seconds at most")
    if course.fit:
        return [Fact("replica_fit", "readers", 1, "read the replica"), behind]
    if course.answers:
        trouble = "The replica lags, or came back just now: ask again, then look at its server's log."
        return [Fact("replica_fit", "readers", 0, "read the primary", trouble), behind]
    trouble = "The replica does not answer, or is none: mend it, or take DATABASE_REPLICA_URL out."
    return [Fact("replica_fit", "readers", 0, "read the primary", trouble)]
