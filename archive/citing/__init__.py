"""Citing an edition: as a line of text, in bibliographies, and as data about the event. Pure.

What somebody cites is always an edition, for that never changes: its address needs no date of access.
"""

from archive.citing.headers import link_header
from archive.citing.jsonld import event_data, in_html
from archive.citing.tags import Tag, tags
from archive.citing.twins import BIBLIOGRAPHIES, TWINS, Twin, references_text, source_text, twin_text
from archive.citing.work import AS_PUBLISHED, Line, Work

__all__ = [
    "AS_PUBLISHED",
    "BIBLIOGRAPHIES",
    "TWINS",
    "Line",
    "Tag",
    "Twin",
    "Work",
    "event_data",
    "in_html",
    "link_header",
    "references_text",
    "source_text",
    "tags",
    "twin_text",
]
