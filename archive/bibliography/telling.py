"""Which format of bibliographies a text is written in, by how it begins. Pure."""

from __future__ import annotations

import re

from archive.bibliography.bibtex import BIBTEX
from archive.bibliography.csl import CSL
from archive.bibliography.format import Format
from archive.bibliography.ris import RIS

BEGINNINGS: tuple[tuple[re.Pattern[str], Format], ...] = (
    (re.compile(r"TY {1,2}- ?\w"), RIS),
    (re.compile(r"@\w+\s{0,9}[{(]"), BIBTEX),
    (re.compile(r"\[?\s{0,99}\{\s{0,99}\""), CSL),
)


def format_in(text: str) -> Format | None:
    """The format that the text begins in; None where it is no bibliography."""
    begun = text.lstrip("\ufeff \t\r\n")[:1000]
    return next((form for beginning, form in BEGINNINGS if beginning.match(begun)), None)
