"""Releases: folders of files that never change, made of one state of the archive.

`make` writes one, `load` makes a working archive of one, `compare` says whether the archive still holds what
one held, and `Release` leads to its files.
"""

from archive.releases.alone import Proof, prove_alone
from archive.releases.closed import Closings
from archive.releases.comparing import Comparison, compare
from archive.releases.folder import Release, all_releases, release_at, release_called
from archive.releases.loading import Loaded, LoadRefused, load
from archive.releases.making import make
from archive.releases.reading import Step, Unfit
from archive.releases.storing import complete, store
from archive.releases.tables import exports
from archive.releases.withdrawn import Withdrawal, newest_withdrawal, withdrawn_since
from archive.releases.writing import ReleaseError

__all__ = [
    "Closings",
    "Comparison",
    "LoadRefused",
    "Loaded",
    "Proof",
    "Release",
    "ReleaseError",
    "Step",
    "Unfit",
    "Withdrawal",
    "all_releases",
    "compare",
    "complete",
    "exports",
    "load",
    "make",
    "newest_withdrawal",
    "prove_alone",
    "release_at",
    "release_called",
    "store",
    "withdrawn_since",
]
