"""GTD, the Global Terrorism Database of START, University of Maryland: one row for each attack.

The licence does not let anybody pass rows on, so what they say stays at the desk. START's own sentences
(`summary`, `motive`, `addnotes`, `propcomment`, `location`) stay with the raw row even there: a claim would
copy them into a record.
"""

from incidents.importers.formats.gtd.rows import GTD

__all__ = ["GTD"]
