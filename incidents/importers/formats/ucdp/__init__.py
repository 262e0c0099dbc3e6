"""UCDP's Georeferenced Event Dataset: one row for each event of organised violence.

The columns and codes are those of its codebook, https://ucdp.uu.se/downloads/ (GED codebook). Each row
gives a low, best and high estimate of deaths, and deaths by side. Ids stay with their events from one release
to the next.
"""

from incidents.importers.formats.ucdp.rows import UCDP

__all__ = ["UCDP"]
