"""What seals an edition.

Its seal is the digest of its header; the header holds the digest of its text and the seal of the edition
before. Whoever changes, removes, inserts or reorders an edition breaks a seal or a link.
"""

from __future__ import annotations

import hashlib
from datetime import UTC

import orjson

from archive.models import Edition


def digest(text: bytes | str) -> str:
    """SHA-256 in lower-case hexadecimal digits."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def seal_of(edition: Edition) -> str:
    """The digest of the edition's header: everything about it but its text and a redaction."""
    header = {
        "incident": edition.incident,
        "number": edition.number,
        "kind": str(edition.kind),
        "note": edition.note,
        "published_at": edition.published_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "sha256": edition.sha256,
        "previous": edition.previous,
    }
    return digest(orjson.dumps(header, option=orjson.OPT_SORT_KEYS))
