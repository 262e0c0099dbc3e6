"""Following a running archive: a copy that keeps in step with it by its changes, proving each edition.

The newest change that is stored here is all that is remembered: it is stored together with its edition, so
that whoever was stopped goes on where it was.
"""

from archive.following.answers import PAGE
from archive.following.asking import Origin, Unreachable
from archive.following.keeping_step import Progress, follow
from archive.releases import Unfit

__all__ = ["PAGE", "Origin", "Progress", "Unfit", "Unreachable", "follow"]
