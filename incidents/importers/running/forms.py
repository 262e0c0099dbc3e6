"""The format that a run's rows came in: one of the archive's own, or one that a mapping file describes."""

from __future__ import annotations

from dataclasses import replace

from incidents.importers.formats.mapped import format_of
from incidents.importers.formats.mapping import MappingError, read_mapping
from incidents.importers.parsing.format import Format
from incidents.importers.registry import FORMATS
from incidents.models import Import


def mapped(text: bytes) -> Format:
    """The format that a mapping file describes, with the file's text. Raises MappingError."""
    return replace(format_of(read_mapping(text)), mapping=text.decode("utf-8-sig"))


def form_of(run: Import) -> Format | None:
    """The format by which the run's rows can be read again; None where there is none any more."""
    if not run.mapping:
        return FORMATS.get(run.format)
    try:
        return mapped(run.mapping.encode())
    except MappingError:
        return None
