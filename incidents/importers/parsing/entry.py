"""What one row of a dataset says, in the archive's own terms: the one thing that every parser yields.

Pure. A parser knows its format and nothing of the archive's tables. The keys of the entities in its records
are proposals: where the library knows the place, actor, publication or conflict already, its own is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive.record import Record

#: A row as it was read: what stands under each of the format's column names.
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: its id within the dataset, and the record of what it says.

    `slots` name the record's claims, in their order, by what they are about ("killed:civilians"): the same
    slot of a later release is the same claim, however many others come or go. `source` is the key of the
    row itself as a source. `flags` say what is odd about the row, in plain sentences; it is kept as it is.
    `release` is the row's own, where rows of one file may be of several; otherwise it is the file's.
    """

    external_id: str
    record: Record
    slots: tuple[str, ...]
    source: str
    flags: tuple[str, ...] = ()
    release: str = ""

    def __post_init__(self) -> None:
        if len(set(self.slots)) != len(self.slots) or len(self.slots) != len(self.record.claims):
            raise ValueError(f"row {self.external_id}: every claim needs a slot of its own")


class RowError(ValueError):
    """A row that makes no record: one line for each problem, each naming its column."""

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems
