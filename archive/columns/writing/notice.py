"""What a file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """`archive`: the name of the archive. `address`: the file's own.

    `licence`: where the terms can be read, or empty. `at`: when the rows were read.
    """

    archive: str
    address: str
    licence: str
    at: datetime
