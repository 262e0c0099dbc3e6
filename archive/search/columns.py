"""Where in an incident a word can stand, the place that says most of it first."""

from enum import StrEnum


class Column(StrEnum):
    TITLE = "title"
    NAMES = "names"
    """Of the attacks, places, actors and conflicts, in every spelling and language."""
    SAID = "said"
    """Words of claims and of what they cite."""
    PROSE = "prose"


#: In the order in which hits are ranked.
COLUMNS = tuple(Column)
