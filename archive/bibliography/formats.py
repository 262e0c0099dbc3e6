"""The formats of bibliographies, by name. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from archive.bibliography.bibtex import BIBTEX
from archive.bibliography.csl import CSL
from archive.bibliography.format import Format
from archive.bibliography.ris import RIS

FORMATS: Mapping[str, Format] = {form.name: form for form in (RIS, BIBTEX, CSL)}


def format_of(file: str) -> Format | None:
    """The format that a file's name tells by its ending; None where it tells none."""
    ending = PurePath(file).suffix.lower()
    return next((form for form in FORMATS.values() if ending in form.endings), None)
