"""What a file is packed in, told by its first bytes and not by its name, and what is inside."""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import IO, Protocol, cast

from incidents.importers.reading.errors import FileError
from incidents.importers.reading.limits import Limits

ZIP, WORKBOOK = "zip", "workbook"
MAGIC = {b"\x1f\x8b\x08": "gz", b"PK\x03\x04": ZIP, b"PK\x05\x06": ZIP, b"\xfd7zXZ\x00": "xz", b"BZh": "bz2"}
HEAD = 16
#: A file of Office Open XML is a ZIP archive that holds this.
SPREADSHEET = "xl/workbook.xml"
#: What xz may ask for; its own highest setting takes 65 MB.
XZ_MEMORY = 200_000_000
ENCRYPTED = 0x1


class Readable(Protocol):
    """What is inside a file. `read1` gives some of it as soon as there is any."""

    def read1(self, size: int, /) -> bytes: ...

    def close(self) -> None: ...


#: What the libraries raise at packed bytes that are damaged.
DAMAGE = (
    EOFError,
    OSError,
    zipfile.BadZipFile,
    lzma.LZMAError,
    zlib.error,
    RuntimeError,
    NotImplementedError,
    ValueError,
    IndexError,
    struct.error,
)


def kind_of(head: bytes) -> str:
    """“gz”, “zip”, “xz”, “bz2”, or "" where the first bytes name no packing."""
    kind = next((kind for magic, kind in MAGIC.items() if head.startswith(magic)), "")
    return "" if kind == "bz2" and head[4:10] != b"1AY&SY" else kind


def unpacked(packed: IO[bytes], kind: str, endings: Sequence[str], limits: Limits) -> Readable:
    """A stream of what is inside. Raises FileError."""
    if kind == ZIP:
        archive = zip_archive(packed)
        return open_member(archive, _member(archive, endings, limits))
    return OPENERS[kind](packed)


def zip_archive(packed: IO[bytes]) -> zipfile.ZipFile:
    """The archive. Raises FileError where its list of files cannot be read."""
    try:
        return zipfile.ZipFile(packed)
    except DAMAGE as error:
        raise FileError("is not a whole ZIP archive; get the file again") from error


def is_workbook(packed: IO[bytes]) -> bool:
    """Whether these bytes are a workbook of a spreadsheet."""
    packed.seek(0)
    if kind_of(packed.read(HEAD)) != ZIP:
        return False
    return SPREADSHEET in zip_archive(packed).namelist()


def check_sizes(members: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    """Raises FileError where an archive says that it holds too much. It cannot hold more than it says."""
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if size > limits.unpacked or (size > limits.free and size > limits.ratio * max(packed, 1)):
        raise FileError(f"would unpack to {size:,} bytes, which is more than an import reads")


def _member(archive: zipfile.ZipFile, endings: Sequence[str], limits: Limits) -> zipfile.ZipInfo:
    files = [member for member in archive.infolist() if not member.filename.endswith("/")]
    known = [member for member in files if PurePosixPath(member.filename).suffix.lower() in endings]
    chosen = known or files
    if len(chosen) != 1:
        found = "nothing" if not chosen else f"{len(chosen)} files"
        raise FileError(
            f"is a ZIP archive that holds {found}; unpack it and import one file ({_words(endings)})"
        )
    check_sizes(chosen, limits)
    return chosen[0]


def _words(endings: Sequence[str]) -> str:
    return ", ".join(f"*{ending}" for ending in endings)


def open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> zipfile.ZipExtFile:
    """A stream of one file of the archive. Raises FileError."""
    if member.flag_bits & ENCRYPTED:
        raise FileError("is locked with a password; unpack it and import what is inside")
    try:
        return cast(zipfile.ZipExtFile, archive.open(member))
    except DAMAGE as error:
        raise FileError(f"holds a file that cannot be unpacked: {error}; get the file again") from error


def _xz(packed: IO[bytes]) -> lzma.LZMAFile:
    """Raises FileError where unpacking would take very much memory."""
    try:
        lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY).decompress(packed.read(65_536), 1)
    except lzma.LZMAError as error:
        raise FileError(f"cannot be unpacked: {error}; pack it anew with “xz -9” or less") from error
    packed.seek(0)
    return lzma.LZMAFile(packed)


OPENERS: dict[str, Callable[[IO[bytes]], Readable]] = {
    "gz": lambda packed: gzip.GzipFile(fileobj=packed),
    "xz": _xz,
    "bz2": bz2.BZ2File,
}
