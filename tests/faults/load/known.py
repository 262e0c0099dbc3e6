"""What is known of an incident: which edition was published at least, and which titles were seen."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

#: An incident's id, the number of an edition, and the title that somebody was shown for it.
Shown = tuple[str, int, str]


@dataclass
class Known:
    """`published`: of each incident the newest edition of which the editor was told that it is published."""

    published: dict[str, int]
    shown: set[Shown] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def keys(self) -> list[str]:
        return list(self.published)

    def tell(self, key: str, number: int) -> None:
        with self.lock:
            self.published[key] = max(number, self.published[key])

    def show(self, shown: Shown) -> None:
        """Set apart, to be compared with the editions themselves when all is over."""
        with self.lock:
            self.shown.add(shown)
