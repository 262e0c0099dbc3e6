"""The folder of captures: each answer as it came, in a WARC file that is named by its own digest.

The format is that of web archives: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from django.conf import settings
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sources.captures.fetching import Fetched

#: What belongs to the way, and not to what was brought: the body is kept without it.
OF_THE_WAY = ("transfer-encoding", "connection")
#: How the names of files end: of those that are whole, and of those that are not yet.
KEPT, BEING_WRITTEN = ".warc.gz", ".part"


def kept_response(fetched: Fetched) -> str:
    """Keep the answer as it came; the digest that names its file."""
    headers = [
        (f"X-Archive-{name}" if name.lower() in OF_THE_WAY else name, value)
        for name, value in fetched.headers
    ]
    line = f"{fetched.status} {fetched.reason}".strip()
    http = StatusAndHeaders(line, headers, protocol="HTTP/1.1")
    return _kept("response", fetched.final, fetched.sent, fetched.at, http=http)


def kept_file(name: str, media_type: str, body: bytes, at: datetime) -> str:
    """Keep a file that somebody handed in, under an address that says so; the digest that names its file."""
    return _kept("resource", f"urn:sha256:{sha256(body)}", body, at, media_type=media_type, name=name)


def _kept(
    kind: str,
    address: str,
    body: bytes,
    at: datetime,
    *,
    http: StatusAndHeaders | None = None,
    media_type: str = "",
    name: str = "",
) -> str:
    written = BytesIO()
    writer = WARCWriter(written, gzip=True)
    own = {"WARC-Date": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    if name:
        own["WARC-Filename"] = name.encode("ascii", "xmlcharrefreplace").decode()
    record = writer.create_warc_record(
        address,
        kind,
        payload=BytesIO(body),
        length=len(body),
        warc_headers_dict=own,
        warc_content_type=media_type,
        http_headers=http,
    )
    writer.write_record(record)
    return _stored(written.getvalue())


def _stored(content: bytes) -> str:
    """Write the file whole or not at all: a worker may be killed at any moment."""
    digest = sha256(content)
    path = path_of(digest)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _being_written(path.parent) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
        Path(file.name).replace(path)
    return digest


@contextmanager
def _being_written(folder: Path) -> Iterator[tempfile._TemporaryFileWrapper[bytes]]:
    file = tempfile.NamedTemporaryFile(dir=folder, suffix=BEING_WRITTEN, delete=False)  # noqa: SIM115  closed below
    try:
        yield file
    finally:
        file.close()
        Path(file.name).unlink(missing_ok=True)


def path_of(digest: str) -> Path:
    return Path(settings.CAPTURES_DIR) / digest[:2] / f"{digest}{KEPT}"


def body_in(digest: str) -> bytes:
    """The body that a file holds, unpacked. Raises OSError where it is missing."""
    with path_of(digest).open("rb") as file:
        record = next(iter(ArchiveIterator(file)))
        return bytes(record.content_stream().read())


def throw_away(digest: str) -> None:
    """Delete the file; nothing happens where it is gone already."""
    path_of(digest).unlink(missing_ok=True)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
