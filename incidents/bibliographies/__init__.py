"""Bibliographies at the desk: taken into the library, and written out of it."""

from incidents.bibliographies.giving import UnknownSource, references_of
from incidents.bibliographies.taking import Outcome, take

__all__ = ["Outcome", "UnknownSource", "references_of", "take"]
