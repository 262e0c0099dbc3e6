"""Statistics: by what incidents are grouped, and what may be counted so. Pure.

A mix that would count something twice, or pass one thing off as another, is refused with the reason.
"""

from archive.statistics.periods import BadPeriod, Standing, days_of, standing
from archive.statistics.question import Meaningless, Question, question, refuse_around
from archive.statistics.tracing import traced
from archive.statistics.words import LEVELS, Grouping, Interval, Measure

__all__ = [
    "LEVELS",
    "BadPeriod",
    "Grouping",
    "Interval",
    "Meaningless",
    "Measure",
    "Question",
    "Standing",
    "days_of",
    "question",
    "refuse_around",
    "standing",
    "traced",
]
