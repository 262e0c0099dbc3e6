"""Digital object identifiers as bibliographies write them: https://www.doi.org/doi-handbook/HTML/. Pure."""

from __future__ import annotations

import re
from urllib.parse import quote

RESOLVER = "https://doi.org/"
DOI = re.compile(r"(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S{1,500})", re.IGNORECASE)


def address_of(doi: str) -> str:
    """The web address of the document with this DOI; empty where it is none."""
    found = DOI.fullmatch(doi.strip())
    return f"{RESOLVER}{quote(found[1], safe='/:;()._-')}" if found else ""
