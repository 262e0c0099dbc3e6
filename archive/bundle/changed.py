"""CHANGES.md: what came to pass since the release before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from archive.bundle.manifest import Manifest
from archive.vocabulary import ChangeKind

HEADINGS: Mapping[ChangeKind, str] = {
    ChangeKind.FIRST: "New",
    ChangeKind.UPDATE: "Updated",
    ChangeKind.CORRECTION: "Corrected",
    ChangeKind.RETRACTION: "Retracted",
    ChangeKind.REDACTION: "Redacted",
    ChangeKind.MAINTENANCE: "Maintained (a source, actor or place is shown anew; nothing else changed)",
}


class Movement(NamedTuple):
    """An incident in which something came to pass: how often, and the last edition that it was about."""

    incident: str
    times: int
    number: int


Moved = Mapping[ChangeKind, Sequence[Movement]]


def changes_text(release: Manifest, before: Manifest | None, moved: Moved) -> str:
    """The incidents of each kind of change, by their ids: titles may change, and be withdrawn."""
    if before is None:
        return f"# Release {release.version}\n\nThe first release: everything in it is new.\n"
    since = f"since release {before.version} of {before.day.isoformat()}"
    head = f"# Release {release.version}: what came to pass {since}\n"
    return head + "".join(_section(kind, moved.get(kind, ())) for kind in HEADINGS)


def _section(kind: ChangeKind, moved: Sequence[Movement]) -> str:
    lines = "".join(f"- {_line(one)}\n" for one in moved)
    return f"\n## {HEADINGS[kind]}: {len(moved)}\n" + (f"\n{lines}" if lines else "")


def _line(one: Movement) -> str:
    times = f", {one.times} times" if one.times > 1 else ""
    return f"`{one.incident}`, edition {one.number}{times}"
