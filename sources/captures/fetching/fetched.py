"""What was fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. `asked`, `final`: the addresses that were asked first and last.

    `charset` is empty where the answer names none. `body` is unpacked; `sent` is the same as it came, to
    which `headers` (in order, as sent) and `reason` belong. `at`: when it had come, in UTC.
    """

    asked: str
    final: str
    status: int
    media_type: str
    charset: str
    body: bytes
    at: datetime
    reason: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    sent: bytes = b""
