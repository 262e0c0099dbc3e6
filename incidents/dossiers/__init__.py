"""Dossiers: files of one record or a list of records, in YAML or JSON, written and read by people."""

from incidents.dossiers.entering import enter
from incidents.dossiers.reading import DossierError, read
from incidents.dossiers.writing import FORMATS, write

__all__ = ["FORMATS", "DossierError", "enter", "read", "write"]
