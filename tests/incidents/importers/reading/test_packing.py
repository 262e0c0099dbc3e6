"""Packed files are read directly, are bounded, and say so when they are damaged."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from incidents.importers.reading import LIMITS, FileError, Row, open_table
from tests.incidents.importers.reading.files import FORM, HEADER, file, read

CONTENT = HEADER + b"7,a,1\n8,b,2\n"


def zipped(**files: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "."), text)
    return content.getvalue()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "xz": lzma.compress,
    "bz2": bz2.compress,
    "zip": lambda content: zipped(counts_csv=content),
}


def noise(rows: int) -> bytes:
    numbers = random.Random(1)
    return HEADER + b"".join(b"%d,%d,1\n" % (row, numbers.getrandbits(90)) for row in range(rows))


@pytest.mark.parametrize("kind", PACKERS)
def test_a_packed_file_is_known_by_its_bytes_whatever_its_name(tmp_path: Path, kind: str) -> None:
    assert [row.cells["id"] for row in read(tmp_path, PACKERS[kind](CONTENT))] == ["7", "8"]


@pytest.mark.parametrize("kind", ["gz", "xz", "bz2"])
def test_a_file_cut_off_says_how_many_rows_were_read(tmp_path: Path, kind: str) -> None:
    path = file(tmp_path, PACKERS[kind](noise(40_000))[:-50_000])
    rows: list[Row] = []
    with open_table(path, FORM) as table, pytest.raises(FileError) as broken:
        rows.extend(table.rows())
    assert rows
    assert not any(row.problem for row in rows)
    assert "is damaged or cut off" in str(broken.value)
    assert str(broken.value).endswith(f"{len(rows):,} rows were read before that")


@pytest.mark.parametrize("kind", PACKERS)
def test_damage_in_the_middle_is_told(tmp_path: Path, kind: str) -> None:
    packed = bytearray(PACKERS[kind](noise(20_000)))
    packed[len(packed) // 2 : len(packed) // 2 + 50] = bytes(50)

    with pytest.raises(FileError, match="is damaged or cut off"):
        read(tmp_path, bytes(packed))


def test_progress_counts_packed_bytes(tmp_path: Path) -> None:
    packed = gzip.compress(noise(30_000))
    with open_table(file(tmp_path, packed), FORM) as table:
        next(rows := table.rows())
        assert 0 < table.bytes_read < table.bytes_total == len(packed)
        assert sum(1 for _ in rows) == 29_999
        assert table.bytes_read == len(packed)


def test_what_unpacks_to_far_more_than_it_is_is_refused(tmp_path: Path) -> None:
    limits = replace(LIMITS, free=100_000)

    with pytest.raises(FileError, match="which is more than an import reads"):
        read(tmp_path, gzip.compress(HEADER + b"7,a,1\n" * 1_000_000), limits=limits)


def test_what_is_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="which is more than an import reads"):
        read(tmp_path, gzip.compress(noise(5_000)), limits=replace(LIMITS, unpacked=50_000))


def test_an_archive_that_says_it_is_too_large_is_not_unpacked(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"counts\.csv: would unpack to 30,000,000 bytes"):
        read(tmp_path, zipped(a_csv=bytes(30_000_000)))


def test_the_one_table_among_other_files_is_taken(tmp_path: Path) -> None:
    assert len(read(tmp_path, zipped(readme_md=b"hello", counts_csv=CONTENT))) == 2


def test_the_only_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    assert len(read(tmp_path, zipped(counts_data=CONTENT))) == 2


def test_an_archive_of_several_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="holds 2 files; unpack it and import one file"):
        read(tmp_path, zipped(a_csv=CONTENT, b_csv=CONTENT))


def test_an_empty_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="holds nothing"):
        read(tmp_path, zipped())


def test_a_locked_archive_is_refused(tmp_path: Path) -> None:
    packed = bytearray(zipped(a_csv=CONTENT))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(mark) + place] |= 1

    with pytest.raises(FileError, match="is locked with a password"):
        read(tmp_path, bytes(packed))


def test_an_archive_packed_in_an_unknown_way_is_refused(tmp_path: Path) -> None:
    packed = bytearray(zipped(a_csv=CONTENT))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        packed[packed.index(mark) + place] = 99

    with pytest.raises(FileError, match="holds a file that cannot be unpacked"):
        read(tmp_path, bytes(packed))


def test_an_archive_without_its_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is not a whole ZIP archive"):
        read(tmp_path, zipped(a_csv=CONTENT)[:-10])


def greedy() -> bytes:
    """An xz file that asks for 4 GB of memory: the fifth byte of the header of its first block."""
    packed = bytearray(lzma.compress(CONTENT))
    end = 12 + packed[12] * 4
    packed[16] = 40
    packed[end : end + 4] = zlib.crc32(packed[12:end]).to_bytes(4, "little")
    return bytes(packed)


def test_what_needs_very_much_memory_to_unpack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be unpacked: Memory usage limit exceeded; pack it anew"):
        read(tmp_path, greedy())


@pytest.mark.parametrize("kind", PACKERS)
def test_what_is_packed_twice_is_refused(tmp_path: Path, kind: str) -> None:
    with pytest.raises(FileError, match="is packed twice; unpack it once"):
        read(tmp_path, PACKERS[kind](PACKERS[kind](CONTENT)))


def test_letters_that_begin_like_a_packed_file_are_letters(tmp_path: Path) -> None:
    assert [row.cells["BZh"] for row in read(tmp_path, b"BZh,id,killed\nx,7,1\n")] == ["x"]


def test_a_file_without_a_name_is_taken_from_an_archive(tmp_path: Path) -> None:
    packed = zipped(a_csv=CONTENT).replace(b"a.csv", b"\0.csv")

    assert len(read(tmp_path, packed)) == 2
