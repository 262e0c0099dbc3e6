"""A file of records: NDJSON, a dossier, or an archive of such files, as a stream of items."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Self, cast

from incidents.importers.reading.digests import digest
from incidents.importers.reading.errors import FileError, named
from incidents.importers.reading.items import ENDINGS, Item, items_of
from incidents.importers.reading.limits import LIMITS, Limits
from incidents.importers.reading.packing import (
    DAMAGE,
    HEAD,
    ZIP,
    check_sizes,
    kind_of,
    open_member,
    zip_archive,
)
from incidents.importers.reading.streams import CHUNK, Bounded, Damaged, Stream, buffered

#: Where a tar archive says that it is one.
TAR_MARK, TAR_PLACE = b"ustar", slice(257, 262)


class Items:
    """`items` begins anew each time."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path = path
        self._limits = limits
        self.bytes_total = path.stat().st_size
        self._file: Stream | io.BufferedReader | None = None
        with path.open("rb") as file:
            self._is_zip = kind_of(file.read(HEAD)) == ZIP

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._file is not None:
            self._file.close()

    @cached_property
    def sha256(self) -> str:
        """Of the file's bytes on the disk."""
        return digest(self.path)

    @property
    def bytes_read(self) -> int:
        """How much of the file on the disk the items so far have taken."""
        if isinstance(self._file, Stream):
            return self._file.bytes_read
        if self._file is None:
            return 0
        return self.bytes_total if self._file.closed else self._file.tell()

    def items(self, after: int = 0) -> Iterator[Item]:
        """The items behind the first `after`. Raises FileError, also in their midst."""
        number = after
        with named(self.path.name):
            try:
                for number, item in enumerate(islice(self._all(), after, None), start=after + 1):
                    yield replace(item, number=number)
            except Damaged as error:
                raise FileError(f"{error}. {number:,} records were read before that") from error
            if number == after == 0:
                raise FileError("holds no record")

    def _all(self) -> Iterator[Item]:
        if self._is_zip:
            yield from self._zip()
            return
        with Stream(self.path, ENDINGS, self._limits) as self._file, buffered(self._file) as text:
            if text.peek(TAR_PLACE.stop)[TAR_PLACE] == TAR_MARK:
                yield from _tar(text, self._limits)
            else:
                yield from items_of(text, self._limits)

    def _zip(self) -> Iterator[Item]:
        with self.path.open("rb", buffering=CHUNK) as file, zip_archive(file) as archive:
            self._file = cast(io.BufferedReader, file)
            members = [member for member in archive.infolist() if _is_record(member.filename)]
            check_sizes(members, self._limits)
            if len(members) > self._limits.members:
                raise FileError(f"holds {len(members):,} files; an import reads {self._limits.members:,}")
            for member in members:
                yield from _within(member.filename, _stream(archive, member, self._limits), self._limits)


def open_records(path: Path, limits: Limits = LIMITS) -> Items:
    """The records in the file, whatever it is packed in. Raises FileError."""
    with named(path.name):
        return Items(path, limits)


def _is_record(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in ENDINGS


def _stream(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> io.BufferedReader:
    return buffered(Bounded(open_member(archive, member), None, limits))


def _tar(text: io.BufferedReader, limits: Limits) -> Iterator[Item]:
    """The items of each file in the order in which they were packed. Raises FileError."""
    try:
        with tarfile.open(fileobj=text, mode="r|") as archive:
            for member in archive:
                if member.isfile() and _is_record(member.name) and (inside := archive.extractfile(member)):
                    yield from _within(member.name, cast(io.BufferedReader, inside), limits)
    except (tarfile.TarError, *DAMAGE) as error:
        raise Damaged(f"is damaged or cut off: {error}; get the file again") from error


def _within(name: str, text: io.BufferedReader, limits: Limits) -> Iterator[Item]:
    with text:
        for item in items_of(text, limits):
            yield replace(item, within=name)
