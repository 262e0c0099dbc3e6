"""What an import did, in words."""

from __future__ import annotations

from collections.abc import Iterator

from incidents.models import Import

#: What is counted, with the word for it, in the order in which it is told.
COUNTED = {
    "done": "read",
    "new": "new",
    "changed": "changed",
    "unchanged": "unchanged",
    "offered": "waiting for an editor’s word, since they may be about incidents that are here already",
    "flagged": "flagged as odd, and kept as they are",
    "refused": "refused",
    "published": "editions published",
    "vanished": "rows of earlier files that this one has not: they stay",
}
#: These are told even where there are none.
ALWAYS = ("done", "new", "changed", "unchanged", "refused")


def summary(run: Import) -> Iterator[tuple[str, int]]:
    """Each count with its word."""
    for name, word in COUNTED.items():
        number = getattr(run, name)
        if number or name in ALWAYS:
            yield word, number
