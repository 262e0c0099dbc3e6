"""What kind of thing an answer says it is, and which kinds are taken."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from email.message import Message

from sources.captures.policy.refusal import Refused

PAGES = frozenset({"text/html", "application/xhtml+xml"})
PICTURES = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
TAKEN = PAGES | PICTURES | {"text/plain", "application/pdf"}


@dataclass(frozen=True, slots=True)
class Media:
    """A media type in small letters, and a character set that bytes can be read by; empty if not given."""

    type: str
    charset: str = ""


def media_of(content_type: str) -> Media:
    """What the header `Content-Type` says. Raises Refused for any kind that is not taken."""
    header = Message()
    header["Content-Type"] = "".join(each for each in content_type if each.isprintable())
    kind = header.get_content_type() if content_type.strip() else ""
    if kind not in TAKEN:
        named = f"is “{kind[:100]}”" if kind else "does not say what it is"
        raise Refused(
            f"What is there {named}: pages, plain text, PDF and images can be kept. "
            "Save it yourself, and add it as an upload."
        )
    return Media(kind, _known(str(header.get_param("charset") or "")))


def _known(charset: str) -> str:
    """The name of a set that turns bytes into characters; empty for any other."""
    try:
        b"a".decode(charset)
    except (LookupError, ValueError):
        return ""
    return codecs.lookup(charset).name
