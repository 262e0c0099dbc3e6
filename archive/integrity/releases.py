"""Whether the archive still holds what each of its releases held."""

from __future__ import annotations

from collections.abc import Iterator

from archive import editions
from archive.releases import Release, all_releases, compare


def problems(quick: bool) -> Iterator[str]:
    """Quick: by the releases’ heads alone; else every file is read, and every seal compared."""
    for release in all_releases():
        found = _by_head(release) if quick else compare(release.path).problems
        yield from (f"release {release.version}: {problem}" for problem in found)


def _by_head(release: Release) -> Iterator[str]:
    said, head = release.manifest, editions.head(release.manifest.sequence)
    if (head.text, head.count) != (said.head, said.editions):
        yield "what it held was rewritten here, or taken away: run “manage.py verify --release”"
