"""Any list of incidents, read by a mapping file."""

from incidents.importers.formats.mapped.rows import format_of

__all__ = ["format_of"]
