"""What differs between two records, claim by claim and part by part, in words that a reader understands."""

from archive.comparison.changes import Change, ChangeKind, Where, Whereabouts
from archive.comparison.compare import compare
from archive.comparison.runs import Run, runs, shortened

__all__ = ["Change", "ChangeKind", "Run", "Where", "Whereabouts", "compare", "runs", "shortened"]
