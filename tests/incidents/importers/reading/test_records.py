"""Records come out of NDJSON, dossiers and archives of them, one by one."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.record import make_record
from incidents.dossiers import write
from incidents.importers.reading import LIMITS, FileError, Limits
from incidents.importers.reading.items import Item
from incidents.importers.reading.records import open_records
from tests.incidents.importers.reading.files import file
from tests.incidents.importers.reading.test_packing import zipped
from tests.sheets import seed_record

LINES = b'{"id": "a"}\n\n{"id": "b"}\n'


def read(folder: Path, content: bytes, *, limits: Limits = LIMITS, after: int = 0) -> list[Item]:
    with open_records(file(folder, content, "records"), limits) as items:
        return list(items.items(after))


def found(items: list[Item]) -> list[Any]:
    return [item.data for item in items if not item.problem]


def tarred(**files: bytes) -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(name.replace("_", "."))
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text))
    return content.getvalue()


def test_each_line_of_ndjson_is_an_item(tmp_path: Path) -> None:
    items = read(tmp_path, LINES)

    assert [(item.number, item.line, item.data) for item in items] == [
        (1, 1, {"id": "a"}),
        (2, 3, {"id": "b"}),
    ]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, lambda content: zipped(all_ndjson=content)])
def test_packed_lines_are_read(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    assert found(read(tmp_path, pack(LINES))) == [{"id": "a"}, {"id": "b"}]


def test_the_first_items_can_be_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, LINES, after=1) == read(tmp_path, LINES)[1:]
    assert read(tmp_path, LINES, after=2) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"id": ', "is not JSON"),
        (b'{"id": "\xe9"}', "is not UTF-8 text"),
        (b'{"id": "x", "id": "y"}', "“id” is written twice"),
        (b'{"id": "' + b"x" * 300 + b'"}', "is longer than 200 bytes"),
        (b"[" * 90 + b"]" * 89, "is not JSON"),
    ],
)
def test_a_line_that_holds_no_data_is_refused_by_itself(tmp_path: Path, line: bytes, problem: str) -> None:
    limits = replace(LIMITS, record=200)
    items = read(tmp_path, b'{"id": "a"}\n' + line + b'\n{"id": "b"}\n', limits=limits)

    assert found(items) == [{"id": "a"}, {"id": "b"}]
    assert problem in items[1].problem
    assert items[1].data.startswith(line[:5].decode("utf-8", "backslashreplace"))


def test_a_long_last_line_is_refused(tmp_path: Path) -> None:
    items = read(tmp_path, b'{"id": "a"}\n' + b"x" * 900, limits=replace(LIMITS, record=200))

    assert [bool(item.problem) for item in items] == [False, True]


def test_editions_as_the_api_answers_them_are_their_records(tmp_path: Path) -> None:
    assert found(read(tmp_path, b'{"number": 2, "record": {"id": "a"}}\n')) == [{"id": "a"}]


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_dossier_that_was_written_out_is_the_same_record(tmp_path: Path, form: str) -> None:
    record = seed_record()
    (data,) = found(read(tmp_path, write(record, form).encode()))

    assert make_record(data).model_dump(exclude={"figures"}) == record.model_dump(exclude={"figures"})


def test_a_list_in_a_dossier_is_several_items(tmp_path: Path) -> None:
    assert found(read(tmp_path, b"- id: a\n- id: b\n")) == [{"id": "a"}, {"id": "b"}]
    assert found(read(tmp_path, b'[{"id": "a"},\n {"id": "b"}]')) == [{"id": "a"}, {"id": "b"}]


def test_a_dossier_that_cannot_be_read_is_one_refused_item(tmp_path: Path) -> None:
    (item,) = read(tmp_path, b"id: [a\n")

    assert item.problem.startswith("is not YAML: line ")
    assert item.data == "id: [a\n"


def test_a_dossier_that_is_too_long_is_refused(tmp_path: Path) -> None:
    (item,) = read(tmp_path, b"id: a\n" * 100, limits=replace(LIMITS, record=200))

    assert "is longer than 200 bytes" in item.problem


@pytest.mark.parametrize("content", [b"", b" \n\n", tarred(readme_md=b"hello"), zipped(readme_md=b"hello")])
def test_a_file_without_any_record_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(FileError, match=r"^records: holds no record$"):
        read(tmp_path, content)


@pytest.mark.parametrize("pack", [tarred, zipped, lambda **files: gzip.compress(tarred(**files))])
def test_an_archive_of_dossiers_is_read_file_by_file(tmp_path: Path, pack: Callable[..., bytes]) -> None:
    content = pack(
        a_yaml=b"id: a\n", readme_md=b"hello", b_json=b'{\n"id": "b"}', c_ndjson=LINES, d_yml=b"x: ["
    )
    items = read(tmp_path, content)

    assert [(item.number, item.within) for item in items] == [
        (1, "a.yaml"),
        (2, "b.json"),
        (3, "c.ndjson"),
        (4, "c.ndjson"),
        (5, "d.yml"),
    ]
    assert found(items) == [{"id": "a"}, {"id": "b"}, {"id": "a"}, {"id": "b"}]


def test_a_file_cut_off_says_how_many_records_were_read(tmp_path: Path) -> None:
    content = b"".join(json.dumps({"id": str(number)}).encode() + b"\n" for number in range(50_000))

    with pytest.raises(FileError, match=r"is damaged or cut off: .* \d[\d,]* records were read before that"):
        read(tmp_path, gzip.compress(content)[:-20_000])


def test_an_archive_cut_off_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="1 records were read before that"):
        read(tmp_path, tarred(a_yaml=b"id: a\n", b_yaml=b"id: b\n" * 1_000)[:3_000])


def test_an_archive_of_very_many_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="holds 2 files; an import reads 1"):
        read(tmp_path, zipped(a_yaml=b"id: a", b_yaml=b"id: b"), limits=replace(LIMITS, members=1))


@pytest.mark.parametrize("pack", [bytes, lambda content: zipped(all_ndjson=content)])
def test_progress_ends_at_the_size_of_the_file(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    path = file(tmp_path, pack(LINES * 50_000), "records")
    with open_records(path) as items:
        assert items.bytes_read == 0
        next(stream := items.items())
        assert 0 < items.bytes_read <= items.bytes_total == path.stat().st_size
        list(stream)
        assert items.bytes_read == items.bytes_total
        assert len(items.sha256) == 64


def test_a_file_of_which_nothing_is_read_can_be_closed(tmp_path: Path) -> None:
    with open_records(file(tmp_path, LINES, "records"), LIMITS) as records:
        assert records.bytes_total == len(LINES)
