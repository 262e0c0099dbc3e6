"""What is going to end says so in every answer.

https://www.rfc-editor.org/rfc/rfc9745 (Deprecation), https://www.rfc-editor.org/rfc/rfc8594 (Sunset)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.http import http_date


@dataclass(frozen=True, slots=True)
class Deprecation:
    """Since when it should no longer be used, when it ends, and the page that says what to use instead."""

    since: datetime
    sunset: datetime
    told_at: str

    @property
    def headers(self) -> Mapping[str, str]:
        return {
            "Deprecation": f"@{int(self.since.timestamp())}",
            "Sunset": http_date(self.sunset.timestamp()),
            "Link": f'<{self.told_at}>; rel="deprecation"; type="text/html"',
        }
