"""What was packed on its way is unpacked, and no further than is bearable."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from sources.captures.policy.refusal import Refused

#: Bytes that are unpacked at once.
PIECE = 64 * 1024
#: Streams of gzip that may follow one another; each costs a copy of all that follows it.
MOST_STREAMS = 100
#: Up to so many bytes any ratio is borne: a page of one letter packs very well.
HARMLESS = 1024 * 1024

GZIP, ZLIB, BARE = 31, 15, -15


@dataclass(frozen=True, slots=True)
class Bounds:
    """`most`: bytes when unpacked. `ratio`: how many times as long as what was sent."""

    most: int = 50_000_000
    ratio: int = 200


def unpacked(sent: bytes, encoding: str, bounds: Bounds) -> bytes:
    """The body that was sent with this `Content-Encoding`. Raises Refused.

    Bodies that are gzip or deflate (RFC 9110, section 8.4.1) are unpacked; those of several layers are not.
    """
    match encoding.strip().lower():
        case "" | "identity":
            _check(sent, len(sent), bounds)
            return sent
        case "gzip" | "x-gzip":
            return _inflated(sent, GZIP, bounds)
        case "deflate":
            return _inflated(sent, ZLIB if _has_zlib_head(sent) else BARE, bounds)
    raise Refused(f"The page came packed as “{encoding[:60]}”, which was not asked for: add it as an upload.")


def _has_zlib_head(sent: bytes) -> bool:
    """Some servers send deflate without the head that the standard wants: RFC 1950, section 2.2."""
    return len(sent) > 1 and sent[0] & 15 == 8 and int.from_bytes(sent[:2]) % 31 == 0


def _inflated(sent: bytes, kind: int, bounds: Bounds) -> bytes:
    body, rest = bytearray(), sent
    for _ in range(MOST_STREAMS):
        if not rest:
            return bytes(body)
        rest = _stream(rest, kind, body, len(sent), bounds)
    raise Refused(f"What came is packed in more than {MOST_STREAMS} pieces: add the page as an upload.")


def _stream(packed: bytes, kind: int, body: bytearray, sent: int, bounds: Bounds) -> bytes:
    """Unpack one stream behind the body; what follows it, which for gzip may be another one."""
    stream = zlib.decompressobj(kind)
    while not stream.eof:
        try:
            piece = stream.decompress(packed, PIECE)
        except zlib.error as error:
            raise Refused("What came is packed and cannot be unpacked: add the page as an upload.") from error
        packed = stream.unconsumed_tail
        body += piece
        _check(body, sent, bounds)
        if not piece and not packed and not stream.eof:
            raise Refused("What came is packed and breaks off: try again later.", again_later=True)
    return stream.unused_data if kind == GZIP and stream.unused_data[:2] == b"\x1f\x8b" else b""


def _check(body: bytes | bytearray, sent: int, bounds: Bounds) -> None:
    if len(body) > bounds.most:
        raise Refused(f"Unpacked, the page is longer than {bounds.most:,} bytes: add it as an upload.")
    if len(body) > HARMLESS and len(body) > sent * bounds.ratio:
        raise Refused(
            f"Unpacked, the page is more than {bounds.ratio} times as long as it came: it is not taken, "
            "for that is how computers are overwhelmed."
        )
