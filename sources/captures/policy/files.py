"""What kind of thing a file is, by what is in it; its name and what a browser says of it do not count."""

from __future__ import annotations

import re
from contextlib import suppress
from email import message_from_bytes

from sources.captures.policy.media import PAGES, Media, media_of
from sources.captures.policy.refusal import Refused

#: How files begin: https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
#: How a browser saves a whole page in one file: RFC 2557.
BUNDLE = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart/related", re.I)
#: So much of a file is looked at.
HEAD = 4096
#: What stands in no text, but in programs and archives.
NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def file_in(content: bytes) -> tuple[Media, bytes]:
    """What the file is, and the body that it holds: of a page saved in one file, the page itself.

    Raises Refused for any other kind of file.
    """
    head = content.removeprefix(b"\xef\xbb\xbf")[:HEAD]
    if kind := next((kind for begins, kind in BEGINNINGS if head.startswith(begins)), ""):
        return Media(kind), content
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Media("image/webp"), content
    if BUNDLE.match(head):
        return _page_in(content)
    if PAGE.match(head):
        return Media("text/html"), content
    return _text(content)


def _page_in(bundle: bytes) -> tuple[Media, bytes]:
    """The first part that is a page: a browser puts the one that was open there."""
    with suppress(RecursionError):
        for part in message_from_bytes(bundle).walk():
            if part.get_content_type() in PAGES:
                return media_of(str(part["Content-Type"])), bytes(part.get_payload(decode=True))
    raise Refused("The saved page holds no page: save it once more, as HTML or as one file.")


def _text(content: bytes) -> tuple[Media, bytes]:
    try:
        content.decode()
    except UnicodeDecodeError:
        raise _unknown() from None
    if NO_TEXT.search(content) or not content.strip():
        raise _unknown()
    return Media("text/plain", "utf-8"), content


def _unknown() -> Refused:
    return Refused("The file is none of these: a PDF, an image (JPEG, PNG, GIF, WebP), a saved page, a text.")
