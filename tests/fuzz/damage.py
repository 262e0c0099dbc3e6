"""Files as the world has them: whole ones, packed ones, and what becomes of them on their way."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from random import Random

from tests.incidents.importers.reading.files import HEADER, with_shared_strings, workbook

WORDS = [
    "",
    "a",
    "Malé",
    "=1+1",
    "<b>x</b>",
    'say "go"',
    "two\nlines",
    "a,b;c\td",
    "x" * 3_000,
    "#id",
    "-",
    "1e5",
]
STRAYS = [
    b'"',
    b"\0",
    b"\n",
    b"\r",
    b",",
    b"\xe9",
    b"\xef\xbb\xbf",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b'""',
    b"\t",
]


def table(random: Random) -> bytes:
    rows = [f'{number},"{_cell(random)}",{random.randrange(99)}' for number in range(random.randrange(40))]
    encoding = random.choice(["utf-8", "utf-8", "cp1252", "utf-16"])
    return (HEADER.decode() + random.choice(["\n", "\r\n"]).join(rows)).encode(encoding)


def _cell(random: Random) -> str:
    return random.choice(WORDS).replace('"', '""')


def sheet(random: Random) -> bytes:
    rows = [[number, random.choice(WORDS[:8]), random.random()] for number in range(random.randrange(9))]
    book = workbook(["id", "name", "killed"], *rows)
    return random.choice([book, with_shared_strings(book)])


def lines(random: Random) -> bytes:
    return b"".join(
        b'{"id": "%d", "n": [1, {"a": null}]}\n' % number for number in range(random.randrange(40))
    )


def dossier(random: Random) -> bytes:
    return random.choice(
        [b"id: a\nclaims:\n  - number: 1\n", b'[\n{"id": "a"}, {"id": "b"}]', b"- id: a\n- &x y\n"]
    )


def noise(random: Random) -> bytes:
    magic = random.choice(
        [b"", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"\xfd7zXZ\x00", b"BZh91AY&SY", HEADER]
    )
    return magic + random.randbytes(random.randrange(3_000))


def zipped(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", content)
        archive.writestr("b.ndjson", content)
    return packed.getvalue()


def tarred(content: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name in ("a.yaml", "b.json"):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


MAKERS: list[Callable[[Random], bytes]] = [table, table, table, table, sheet, lines, dossier, noise]
PACKERS: list[Callable[[bytes], bytes]] = [
    bytes,
    bytes,
    bytes,
    gzip.compress,
    lzma.compress,
    bz2.compress,
    zipped,
    tarred,
]


def damaged(content: bytes, random: Random) -> bytes:
    """The content with up to three things wrong: cut off, overwritten, repeated, or with strays in it."""
    for _ in range(random.randrange(4)):
        place = random.randrange(len(content) + 1)
        end = min(len(content), place + random.randrange(1, 60))
        content = random.choice(
            [
                content[:place],
                content[:place] + random.choice(STRAYS) + content[place:],
                content[:place] + random.randbytes(end - place) + content[end:],
                content[:place] + content[end:],
                content[:end] + content[place:],
                content[:place] + b"x" * 5_000 + content[place:],
            ]
        )
    return content


def made(random: Random) -> bytes:
    """A file, perhaps damaged, perhaps packed, and perhaps damaged after that."""
    content = damaged(random.choice(MAKERS)(random), random)
    return damaged(random.choice(PACKERS)(content), random)
