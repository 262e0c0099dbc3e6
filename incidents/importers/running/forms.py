"""The format of a run: one that the archive knows, or one that its mapping file makes."""

from __future__ import annotations

from functools import lru_cache

import orjson

from incidents.importers.formats.mapped import format_of
from incidents.importers.formats.mapping import MappingError, read_mapping
from incidents.importers.parsing.dataset import Dataset as Release
from incidents.importers.parsing.entry import Entry
from incidents.importers.parsing.format import Format
from incidents.importers.registry import FORMATS
from incidents.models import DatasetRow, Import, Upload

#: What the desk calls the choice of a mapping file.
BY_MAPPING = "by-mapping"


def form_of(of: Import | Upload) -> Format | None:
    """The format; None where the archive knows it no more, nor has its mapping."""
    try:
        return FORMATS.get(of.format) or (mapped(of.mapping) if of.mapping else None)
    except MappingError:
        return None


def read_again(row: DatasetRow) -> Entry | None:
    """What a row that was kept says, in its own names of things; None where it can no longer be read."""
    form = form_of(row.seen)
    try:
        return form.parse(orjson.loads(row.raw), Release(form.publication, row.release)) if form else None
    except ValueError:
        return None


@lru_cache(maxsize=32)
def mapped(text: str) -> Format:
    """The format that the text of a mapping file makes. Raises MappingError."""
    return format_of(read_mapping(text.encode()))
