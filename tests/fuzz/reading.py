"""Reads very many damaged files, for as long as it is told to:

    python -m tests.fuzz.reading --seconds 120

It ends with an error at the first file that ends in anything but rows or a FileError, and names its number,
with which `--first` begins.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import warnings
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ.setdefault("SECRET_KEY", "for-trials-alone-and-long-enough-to-satisfy-the-deployment-check")
django.setup()

from incidents.importers.reading import LIMITS, FileError, open_table  # noqa: E402
from incidents.importers.reading.records import open_records  # noqa: E402
from tests.fuzz.damage import made  # noqa: E402
from tests.incidents.importers.reading.files import FORM  # noqa: E402

SMALL = replace(LIMITS, row=8_000, lines=20, cell=2_000, shown=500, again=20_000, record=4_000, free=50_000)


def table_of(path: Path) -> str:
    """How reading the file as a table ends."""
    try:
        with open_table(path, FORM, SMALL) as table:
            rows = list(table.rows())
            assert [row.number for row in rows] == list(range(1, len(rows) + 1))
            assert [row.line for row in rows] == sorted({row.line for row in rows})
            assert all(row.problem or len(row.values) == len(table.columns) for row in rows)
    except FileError as error:
        return _refused("table", error, path)
    return "table with refused rows" if any(row.problem for row in rows) else "whole table"


def records_of(path: Path) -> str:
    """How reading the file as records ends."""
    try:
        with open_records(path, SMALL) as records:
            items = list(records.items())
            assert [item.number for item in items] == list(range(1, len(items) + 1))
    except FileError as error:
        return _refused("records", error, path)
    return "records, some refused" if any(item.problem for item in items) else "whole records"


def _refused(what: str, error: FileError, path: Path) -> str:
    assert str(error).startswith(f"{path.name}: ")
    return f"{what} refused"


def run(seconds: float, first: int) -> Counter[str]:
    ends: Counter[str] = Counter()
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any"
        while time.monotonic() < until:
            path.write_bytes(made(Random(first)))
            try:
                ends.update([table_of(path), records_of(path)])
            except BaseException:
                print(f"file {first}", file=sys.stderr)  # noqa: T201
                raise
            first += 1
    return ends


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args()
    warnings.simplefilter("error", ResourceWarning)
    for end, times in run(given.seconds, given.first).most_common():
        print(f"{times:8,}  {end}")  # noqa: T201


if __name__ == "__main__":
    main()
