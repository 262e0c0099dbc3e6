"""Whether every stored copy is as it was stored: its text, and its file."""

from __future__ import annotations

from collections.abc import Iterator

from sources.captures.keeping import body_in, path_of, sha256
from sources.captures.models import Capture

#: How many texts are held at once.
AT_ONCE = 100


def problems(quick: bool) -> Iterator[str]:
    """Quick: whether each file is there; else texts and files are read."""
    copies = Capture.objects.order_by("pk").select_related("source")
    for copy in (copies.without_texts() if quick else copies).iterator(AT_ONCE):
        found = _missing(copy) or ([] if quick else [*_changed(copy)])
        yield from (f"source {copy.source.key}, {copy}: {problem}" for problem in found)


def _missing(copy: Capture) -> list[str]:
    is_there = not copy.stored or path_of(copy.stored).is_file()
    return [] if is_there else [f"its file {path_of(copy.stored)} is missing"]


def _changed(copy: Capture) -> Iterator[str]:
    if sha256(copy.text.encode()) != copy.sha256:
        yield "its text is not the one whose digest it carries"
    if not copy.stored:
        return
    if sha256(path_of(copy.stored).read_bytes()) != copy.stored:
        yield f"its file {path_of(copy.stored)} was changed"
    elif sha256(body_in(copy.stored)) != copy.response_sha256:
        yield "what is in its file is not the response whose digest it carries"
