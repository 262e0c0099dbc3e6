"""Loading a release: an archive that answers as the one from which it came.

It begins in an empty archive, or goes on in one that holds the beginning of the same chain of changes: an
earlier release, or as much as was stored before it was stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from archive.bundle import CHANGES, EDITIONS, BadBundle, Head, Manifest
from archive.catalogue import composing_apart
from archive.models import Change, Edition
from archive.releases.folder import Release, release_at
from archive.releases.reading import Step, Unfit, steps_of
from archive.releases.storing import complete, store
from archive.vocabulary import ChangeKind

#: How many changes are stored together, or not at all.
BATCH = 500

#: Called with the number of changes that are stored, and with the last one's place in the sequence.
Progress = Callable[[int, int], None]


class LoadRefused(Exception):
    """The release cannot be loaded into this archive; the message says why, and where."""


class Loaded(NamedTuple):
    """`known`: how many changes were here before. `stored`: how many came."""

    release: Manifest
    known: int
    stored: int


def load(path: Path, progress: Progress = lambda stored, sequence: None, batch: int = BATCH) -> Loaded:
    """Store what the release has and the archive has not yet, in batches that are committed whole.

    Raises LoadRefused; then everything up to the last whole batch stays.
    """
    release = _release(path)
    head = Head()
    try:
        steps = _sealed(steps_of(release.path), head)
        known = _pass_over_known(steps)
        with composing_apart():
            stored = _store_all(steps, progress, batch)
    except Unfit as error:
        raise LoadRefused(str(error)) from error
    if (head.text, head.count) != (release.manifest.head, release.manifest.editions):
        raise LoadRefused("The editions are not those of which release.json gives the head.")
    return Loaded(release.manifest, known, stored)


def _release(path: Path) -> Release:
    try:
        release = release_at(path)
    except BadBundle as error:
        raise LoadRefused(str(error)) from None
    for problem in release.problems(EDITIONS, CHANGES):
        raise LoadRefused(problem)
    return release


def _sealed(steps: Iterator[Step], head: Head) -> Iterator[Step]:
    """The same steps; the head takes the seals of what appears."""
    for step in steps:
        if step.change.kind is not ChangeKind.REDACTION:
            head.add(step.change.seal)
        yield step


def _pass_over_known(steps: Iterator[Step]) -> int:
    """Go on behind what is stored already; how many changes that is. Raises Unfit for another archive's."""
    known, told = 0, []
    withheld = set(Edition.objects.withheld().values_list("seal", flat=True))
    rows = Change.objects.order_by("pk").values_list("pk", "kind", "edition__seal")
    for row in rows.iterator():
        step = next(steps, None)
        if step is None:
            break
        if row != (step.change.sequence, step.change.kind.value, step.change.seal):
            raise Unfit(f"Change {row[0]} of this archive is not in the release: it is no copy of that one")
        if step.change.seal in withheld and step.edition.said.note is not None:
            told.append(step)
        known += 1
    complete(told)
    return known


def _store_all(steps: Iterator[Step], progress: Progress, batch: int) -> int:
    stored = 0
    while some := _next(steps, batch):
        store(some)
        stored += len(some)
        progress(stored, some[-1].change.sequence)
    return stored


def _next(steps: Iterator[Step], batch: int) -> Sequence[Step]:
    return list(islice(steps, batch))
