"""The Link header of a page: https://www.rfc-editor.org/rfc/rfc8288."""

from __future__ import annotations

from collections.abc import Iterator

from archive.addresses import absolute, twin_path
from archive.citing.twins import TWINS
from archive.citing.work import Work


def link_header(page: str, work: Work) -> str:
    """How to cite the page at the path (RFC 8574), the same in other formats, and its licence."""
    return ", ".join(_links(page, work))


def _links(page: str, work: Work) -> Iterator[str]:
    yield f'<{work.seen}>; rel="cite-as"'
    for twin in TWINS.values():
        yield f'<{absolute(twin_path(page, twin.ending), work.site)}>; rel="alternate"; type="{twin.media}"'
    if work.licence:
        yield f'<{work.licence}>; rel="license"'
