"""A stored copy is made from what was fetched, or from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sources.captures.apart import text_read_apart
from sources.captures.fetching import Fetched
from sources.captures.keeping import kept_response, sha256
from sources.captures.models import Capture, Means

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from sources.models import Source


def copy_of(source: Source, fetched: Fetched, *, by: User | None) -> Capture:
    """A copy that is not stored yet; its file is. Raises Refused where what came cannot be read."""
    text = text_read_apart(fetched.media_type, fetched.charset, fetched.body)
    return Capture(
        source=source,
        captured_at=fetched.at,
        how=Means.FETCHED,
        text=text,
        media_type=fetched.media_type,
        asked=fetched.asked,
        address=fetched.final,
        status=fetched.status,
        stored=kept_response(fetched),
        response_sha256=sha256(fetched.body),
        by=by,
    )
