"""How large a file, and what is in it, may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, but for `cell` and `shown`, which count characters.

    `unpacked` and `ratio` hold for a packed file: how large it may become, and how many times larger than it
    is packed; the ratio counts only from `free` bytes on. `row`, `lines` and `cell` hold for a row of a
    table, `gap` for the empty rows between two rows of a sheet, `record` for a record or a dossier, `members`
    for the files within an archive. A row that is too long is shown by its first `shown` characters. Where
    quotes do not match, lines are read again: `again` characters in all.
    """

    unpacked: int = 20_000_000_000
    ratio: int = 200
    free: int = 10_000_000
    row: int = 4_000_000
    lines: int = 5_000
    cell: int = 1_000_000
    shown: int = 100_000
    gap: int = 1_048_576
    again: int = 100_000_000
    record: int = 32_000_000
    members: int = 100_000


LIMITS = Limits()
