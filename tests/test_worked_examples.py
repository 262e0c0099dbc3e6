"""What CONTRIBUTING.md shows how to add can be added so: its blocks are put into a copy, and run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.environment import ROOT
from tests.stack.process import database_url

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="No engine has a part in it.")

HOUSE = ("archive", "incidents", "templates", "tests", "manage.py", "pyproject.toml")
#: What no example changes.
UNCHANGED = ("sources", "static", "locale")
CHAPTER = re.compile(r"^### (Adding an? \w+)\n(.*?)(?=^##)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: The first line of a block: its file and, in one that is there, the line behind which it goes.
PLACE = re.compile(r"(?:# |<!-- )(?P<file>[\w/.]+)(?:, after: (?P<after>.*))?(?: -->)?\n")


def chapters() -> dict[str, str]:
    return dict(CHAPTER.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")))


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """The house as it stands, but for what grows large."""
    large = shutil.ignore_patterns("__pycache__", "*.xz", "benchmarks", "browser", "fuzz", "faults")
    for name in HOUSE:
        source, target = ROOT / name, tmp_path / name
        shutil.copytree(source, target, ignore=large) if source.is_dir() else shutil.copy(source, target)
    for name in UNCHANGED:
        (tmp_path / name).symlink_to(ROOT / name)
    yield tmp_path
    shutil.rmtree(tmp_path)


def put(block: str, house: Path) -> None:
    """Write the block where its first line says."""
    place = PLACE.match(block)
    assert place, f"Its first line names no file: {block[:60]}"
    file, rest = house / place["file"], block[place.end() :]
    if place["after"] is None:
        assert not file.exists(), f"{place['file']} is there already."
        file.write_text(rest, "utf-8")
        return
    before, line, after = file.read_text("utf-8").partition(f"{place['after']}\n")
    assert line, f"{place['file']} has no line “{place['after']}”."
    file.write_text(before + line + rest + after, "utf-8")


def run(commands: str, house: Path) -> str:
    """What the commands say, one after the other; the first that fails ends them."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    own = {"PATH": path, "DATABASE_URL": database_url(), "PYTEST_ADDOPTS": "-n 0 -p no:cacheprovider"}
    environment = os.environ | own | {"DJANGO_SETTINGS_MODULE": "archive.settings"}
    done = subprocess.run(
        ["bash", "-ec", commands], cwd=house, env=environment, capture_output=True, text=True
    )
    assert not done.returncode, done.stdout + done.stderr
    return done.stdout


def test_there_are_three_of_them() -> None:
    assert [*chapters()] == ["Adding a property", "Adding an importer", "Adding a page"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Adding a property", "1 passed"),
        ("Adding an importer", "ledger"),
        ("Adding a page", "0 incidents, 0 claims."),
    ],
    ids=["a property", "an importer", "a page"],
)
def test_what_it_says_can_be_done_and_has_the_end_that_it_says(name: str, shown: str, copy: Path) -> None:
    blocks = BLOCK.findall(chapters()[name])
    for language, block in blocks:
        if language:
            put(block, copy)
    said = run("".join(block for language, block in blocks if not language), copy)

    assert shown in said
