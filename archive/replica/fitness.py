"""When a replica is fit to be read, judged by what it and the primary were seen to hold, look after look.

Each look notes up to which place of its log the primary has written: a mark. A replica that has replayed a
mark holds all that the primary had when the mark was made. So the delay is measured by one clock, that of
whoever looks, and a primary to which nobody writes makes no replica look old.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

#: More marks than this are not kept: a replica that has replayed none of so many is far behind.
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen at one moment, in seconds of a clock that is never set.

    `written`: up to where the primary has written its log. `replayed`: up to where the replica has replayed
    it. None stands for a server that does not answer, or is not what it should be.
    """

    at: float
    written: int | None
    replayed: int | None


@dataclass(frozen=True, slots=True)
class Patience:
    """`lag`: how many seconds may be missing from a replica that is read.

    `looks`: at so many looks, one after the other, a replica that was not read must be near to be read again.
    """

    lag: float
    looks: int


@dataclass(frozen=True, slots=True)
class Mark:
    at: float
    written: int


@dataclass(frozen=True, slots=True)
class Course:
    """What came of all looks until now.

    `marks`: those that the replica has not replayed. `since`: from when on something may be missing.
    `heard`: when the primary answered last. `near`: at how many looks, the last one among them, the replica
    held all that the primary had at the look before.
    """

    at: float | None = None
    marks: tuple[Mark, ...] = ()
    since: float | None = None
    heard: float | None = None
    near: int = 0
    answers: bool = False
    fit: bool = False

    @property
    def lag(self) -> float:
        """For how many seconds something may be missing. While the primary is silent, nothing more is."""
        return 0.0 if self.heard is None or self.since is None else max(0.0, self.heard - self.since)


def after(course: Course, look: Look, patience: Patience) -> Course:
    """The course with one look more, and whether the replica may be read."""
    seen = _marked(course, look)
    if look.replayed is None:
        return replace(seen, near=0, answers=False, fit=False)
    held = [mark for mark in seen.marks if mark.written <= look.replayed]
    missing = seen.marks[len(held) :]
    near = seen.near + 1 if len(missing) <= 1 else 0
    since = held[-1].at if held else seen.since
    return _judged(replace(seen, marks=missing, since=since, near=near, answers=True), patience)


def distrusted(course: Course) -> Course:
    """The course of a replica that failed between two looks."""
    return replace(course, near=0, fit=False)


def _marked(course: Course, look: Look) -> Course:
    if look.written is None:
        return replace(course, at=look.at)
    marks = (*course.marks, Mark(look.at, look.written))[-MOST:]
    since = look.at if course.since is None else course.since
    return replace(course, at=look.at, marks=marks, since=since, heard=look.at)


def _judged(course: Course, patience: Patience) -> Course:
    """Where the primary was never heard of, there is nothing else to read."""
    stays = course.fit or course.near >= patience.looks
    return replace(course, fit=course.heard is None or (stays and course.lag <= patience.lag))
