"""Mapping files: what a dataset's columns say, in the words of the record."""

from incidents.importers.formats.mapping.model import Mapping
from incidents.importers.formats.mapping.reading import MappingError, read_mapping

__all__ = ["Mapping", "MappingError", "read_mapping"]
