"""Whether a release is whole in itself, by its files alone: no archive is asked.

Whoever noted the head of an earlier release can see, too, that nothing that came before it was rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.bundle import BadBundle, Head
from archive.releases.folder import Release, release_at
from archive.releases.proving import Chain, proved
from archive.releases.reading import Unfit, steps_of
from archive.vocabulary import ChangeKind


@dataclass(frozen=True)
class Proof:
    """`since`: of how many of its editions the noted head is; None where none was given, or it is of none."""

    release: Release
    problems: Sequence[str]
    since: int | None


def prove_alone(path: Path, noted: str = "") -> Proof:
    """Prove every digest, seal and link of the release, its head, and a head that was noted earlier.

    Raises BadBundle where there is no release.
    """
    release, heads = release_at(path), _Heads(noted.strip().lower())
    problems = list(release.problems()) or list(_problems(release, heads))
    if noted and not problems and heads.since is None:
        problems = ["The head that you noted is of none of its beginnings: what came before was rewritten."]
    return Proof(release, problems, heads.since)


class _Heads:
    """The head of each beginning. `since`: where it was the one that was noted."""

    def __init__(self, noted: str) -> None:
        self._noted, self.now = noted, Head()
        self.since: int | None = None

    def add(self, seal: str) -> None:
        self.now.add(seal)
        if self._noted and self.now.text == self._noted:
            self.since = self.now.count


def _problems(release: Release, heads: _Heads) -> Iterator[str]:
    chain: Chain = {}
    try:
        for step in steps_of(release.path):
            if step.change.kind is not ChangeKind.REDACTION:
                heads.add(proved(step, chain).seal)
    except (Unfit, BadBundle) as error:
        yield str(error)
        return
    said = release.manifest
    if (heads.now.text, heads.now.count) != (said.head, said.editions):
        yield "The head in release.json is not that of its editions."
