"""Memory does not grow with the file."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import resource, sys
from pathlib import Path
from incidents.importers.reading import open_table
from tests.incidents.importers.reading.files import FORM

with open_table(Path(sys.argv[1]), FORM) as table:
    assert sum(1 for row in table.rows() if not row.problem) == int(sys.argv[2])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def most_memory(path: Path, rows: int) -> int:
    """The most memory that reading the file took, in kilobytes."""
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM, str(path), str(rows)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path.cwd())
    return int(done.stdout)


def written(path: Path, rows: int) -> Path:
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(b"id,name,killed\n")
        for number in range(rows):
            file.write(b'%d,"%s\n%d",1\n' % (number, b"a cell of some length, " * 20, number * 7_919))
    return path


def test_a_file_thirty_times_as_large_takes_little_more_memory(tmp_path: Path) -> None:
    small = most_memory(written(tmp_path / "small.gz", 2_000), 2_000)
    large = most_memory(written(tmp_path / "large.gz", 60_000), 60_000)

    assert large - small < 10_000
