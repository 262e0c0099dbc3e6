"""Whether an archive still holds what a release held: nothing rewritten, nothing taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from archive.bundle import BadBundle, Head
from archive.models import Change
from archive.releases.folder import Release, release_at
from archive.releases.reading import Step, Unfit, steps_of
from archive.vocabulary import ChangeKind

#: After so many problems no more are looked for.
MOST = 20


@dataclass(frozen=True)
class Comparison:
    """`problems`: what is wrong. `closed`: editions that were retracted or redacted since, in words."""

    release: Release
    problems: Sequence[str]
    closed: Sequence[str]


class Here(NamedTuple):
    """A change as this archive has it, with what its edition says of a redaction."""

    pk: int
    kind: str
    at: datetime
    edition__seal: str
    edition__redacted_at: datetime | None
    edition__redaction_reason: str

    @property
    def redaction(self) -> tuple[datetime | None, str]:
        return self.edition__redacted_at, self.edition__redaction_reason


def compare(path: Path) -> Comparison:
    """Compare the release with this archive. Raises BadBundle where there is no release."""
    release = release_at(path)
    problems = list(release.problems())
    if not problems:
        problems = [*_rewritten(release)][:MOST]
    return Comparison(release, problems, list(_closed_since(release.manifest.sequence)))


def _rewritten(release: Release) -> Iterator[str]:
    """Every change of the release that the archive tells otherwise, and the reverse."""
    until = release.manifest.sequence
    rows = Change.objects.filter(pk__lte=until).order_by("pk").values_list(*Here._fields)
    here, head = map(Here._make, rows.iterator()), Head()
    try:
        for step in steps_of(release.path):
            if step.change.kind is not ChangeKind.REDACTION:
                head.add(step.change.seal)
            yield from _otherwise(step, next(here, None))
    except (Unfit, BadBundle) as error:
        yield str(error)
        return
    if head.text != release.manifest.head:
        yield "The head in release.json is not that of its editions."
    for row in here:
        yield f"Change {row.pk} is in this archive and not in the release."


def _otherwise(step: Step, row: Here | None) -> Iterator[str]:
    change = step.change
    edition = f"{change.incident}, edition {change.number}"
    if row is None or row.pk != change.sequence:
        yield f"{edition}: this archive does not tell of change {change.sequence}."
    elif row.edition__seal != change.seal:
        yield f"{edition}: it was rewritten, for its seal is another one."
    elif row.kind != change.kind.value:
        yield f"{edition}: change {change.sequence} is of another kind."
    elif row.at != change.at:
        yield f"{edition}: change {change.sequence} is of another time."
    elif change.kind is ChangeKind.REDACTION and row.redaction != _redaction(step):
        yield f"{edition}: the time or the reason of its redaction was rewritten."


def _redaction(step: Step) -> tuple[datetime | None, str]:
    return step.edition.said.redacted_at, step.edition.said.redaction_reason


def _closed_since(sequence: int) -> Iterator[str]:
    closing = Change.objects.filter(pk__gt=sequence, kind__in=(ChangeKind.RETRACTION, ChangeKind.REDACTION))
    for change in closing.order_by("pk").select_related("edition").defer("edition__text"):
        what = "retracted" if change.kind == ChangeKind.RETRACTION else "redacted"
        yield f"{change.edition}: {what} on {change.at:%Y-%m-%d}: {change.edition.closed_because}"
