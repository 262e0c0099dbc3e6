"""The import rules of pyproject.toml hold, and the coverage check covers what they call pure."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.environment import ROOT

TOOLS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
CONTRACTS: dict[str, dict[str, Any]] = {one["id"]: one for one in TOOLS["importlinter"]["contracts"]}


@pytest.mark.parametrize("contract", CONTRACTS)
def test_imports_keep_to_the_contract(contract: str) -> None:
    """Asked in a process of its own, for it silences all loggers of the one that it runs in."""
    linter = Path(sys.executable).with_name("lint-imports")
    command = [str(linter), "--no-cache", "--contract", contract]
    asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert asked.returncode == 0, asked.stdout


def test_the_pure_modules_are_the_ones_whose_coverage_must_be_complete() -> None:
    assert TOOLS["coverage"]["run"]["source_pkgs"] == CONTRACTS["pure"]["source_modules"]
