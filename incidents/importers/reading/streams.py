"""A file on the disk as one bounded stream of what is inside it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from incidents.importers.reading.errors import FileError, closed_on_error
from incidents.importers.reading.limits import LIMITS, Limits
from incidents.importers.reading.packing import DAMAGE, HEAD, Readable, kind_of, unpacked

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 262_144


class Damaged(FileError):
    """The file ends too early, or is not what it was packed from."""


class Bounded(io.RawIOBase):
    """What is inside a packed file; damage and too large a size are FileErrors.

    `packed` is the file around it, whose place tells how many packed bytes
    that took; where there is none, the ratio is not looked at.
    """

    def __init__(self, inside: Readable, packed: io.BufferedReader | None, limits: Limits) -> None:
        self._inside = inside
        self._around = packed
        self._limits = limits
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        found = self._chunk(len(view))
        view[: len(found)] = found
        self._size += len(found)
        self._check()
        return len(found)

    def _chunk(self, size: int) -> bytes:
        try:
            return self._inside.read1(size)
        except DAMAGE as error:
            reason = error or "it cannot be unpacked"
            raise Damaged(f"is damaged or cut off: {reason}; get the file again") from error

    def _check(self) -> None:
        """Raises FileError when the file has become larger than the limits allow."""
        large = self._size > self._limits.unpacked
        if self._around and self._size > self._limits.free:
            large |= self._size > self._limits.ratio * max(self._around.tell(), 1)
        if large:
            raise FileError(f"unpacks to more than {self._size:,} bytes, which is more than an import reads")

    def close(self) -> None:
        if not self.closed:
            self._inside.close()
        super().close()


class Stream(Bounded):
    """What is inside the file at a path. `bytes_read` and `bytes_total` count its bytes on the disk."""

    def __init__(self, path: Path, endings: Sequence[str] = (), limits: Limits = LIMITS) -> None:
        self.bytes_total = path.stat().st_size
        self._packed = cast(io.BufferedReader, path.open("rb", buffering=CHUNK))
        with closed_on_error(self._packed):
            self.kind = kind_of(self._packed.read(HEAD))
            self._packed.seek(0)
            inside = unpacked(self._packed, self.kind, endings, limits) if self.kind else self._packed
        super().__init__(inside, self._packed if self.kind else None, limits)

    @property
    def bytes_read(self) -> int:
        return self.bytes_total if self.closed else min(self._packed.tell(), self.bytes_total)

    def close(self) -> None:
        super().close()
        self._packed.close()


def sample_of(stream: Bounded, size: int) -> bytes:
    """The beginning of what is inside; less of it where the file is damaged further on."""
    sample = b""
    try:
        while len(sample) < size and (chunk := stream.read(CHUNK)):
            sample += chunk
    except Damaged:
        pass
    return sample


def buffered(stream: io.RawIOBase) -> io.BufferedReader:
    return io.BufferedReader(stream, CHUNK)
