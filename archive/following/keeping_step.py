"""Keeping in step: what came to pass since the last visit is asked for, proved and stored, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from archive.answers import Changed
from archive.bundle import read_change
from archive.catalogue import change_text, composing_apart
from archive.following.answers import PAGE, changes_after, step_of
from archive.following.asking import Origin
from archive.models import Change, Edition, Forward
from archive.releases import Step, Unfit, complete, store
from archive.vocabulary import ChangeKind

#: Called with the number of changes that were stored, and with the last one.
Progress = Callable[[int, Changed], None]

NO_COPY = (
    "Change {} of this archive is not in that one: it is no copy of it, or that one went back to an earlier "
    "state. Begin anew, in an empty database."
)


def follow(origin: Origin, progress: Progress = lambda stored, last: None, page: int = PAGE) -> int:
    """Store what came to pass since the last visit; how many changes that is.

    Raises Unfit for what cannot be proved, and Unreachable; all whole pages until then stay.
    """
    stored, last = 0, _last_here(origin)
    with composing_apart():
        while changes := changes_after(origin, last, page):
            steps = [step_of(origin, change) for change in changes]
            complete(list(_told_now(origin, {change.incident for change in changes})))
            store(steps)
            stored, last = stored + len(steps), changes[-1].sequence
            progress(stored, changes[-1])
    return stored


def _last_here(origin: Origin) -> int:
    """The sequence of the newest change here, which must be one of theirs too. Raises Unfit."""
    rows = Change.objects.order_by("-pk").values_list("pk", "kind", "edition__seal")
    here = rows.first()
    if here is None:
        return 0
    theirs = changes_after(origin, here[0] - 1, most=1)
    if [(one.sequence, one.kind.value, one.seal) for one in theirs] != [here]:
        raise Unfit(NO_COPY.format(here[0]))
    return here[0]


def _told_now(origin: Origin, incidents: Iterable[str]) -> Iterator[Step]:
    """Editions that were closed when they were stored, and of which more is told now.

    That can be so where something came to pass in their incident, or in the one it was merged into.
    """
    withheld = Edition.objects.withheld().filter(incident__in=_with_merged(incidents))
    appeared = Change.objects.filter(edition__in=withheld.values("pk")).exclude(kind=ChangeKind.REDACTION)
    for row in appeared.order_by("pk").select_related("edition"):
        step = step_of(origin, read_change(change_text(row).encode()))
        if step.edition.said.note is not None:
            yield step


def _with_merged(incidents: Iterable[str]) -> set[str]:
    """These, and what was merged into them, and into that."""
    found, new = set(incidents), set(incidents)
    while new:
        new = set(Forward.objects.leading_to("incidents", *new).values_list("old", flat=True)) - found
        found |= new
    return found
