"""Figures: what the archive shows for a measure, computed from the claims and never typed.

Pure code, one place. A figure says which claims it uses, and of every other claim on its topic why it is
left out.
"""

from archive.figures.days import claimed_day, known_claims, undated_claims
from archive.figures.evidence import HEADLINE, Evidence, Topic
from archive.figures.figure import (
    course,
    figure,
    figure_of,
    figures,
    figures_by_rule,
    figures_of,
    with_figures,
)
from archive.figures.quantities import Stated, stated
from archive.figures.readers import for_readers, visible
from archive.figures.reconcile import reconcile
from archive.figures.weighing import Case, supporters

__all__ = [
    "HEADLINE",
    "Case",
    "Evidence",
    "Stated",
    "Topic",
    "claimed_day",
    "course",
    "figure",
    "figure_of",
    "figures",
    "figures_by_rule",
    "figures_of",
    "for_readers",
    "known_claims",
    "reconcile",
    "stated",
    "supporters",
    "undated_claims",
    "visible",
    "with_figures",
]
