"""The import rules of pyproject.toml hold, and the coverage check covers what they call pure."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from importlinter.cli import lint_imports

from tests.environment import ROOT

TOOLS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
CONTRACTS: dict[str, dict[str, Any]] = {one["id"]: one for one in TOOLS["importlinter"]["contracts"]}


@pytest.mark.parametrize("contract", CONTRACTS)
def test_imports_keep_to_the_contract(contract: str, capsys: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(str(ROOT / "pyproject.toml"), limit_to_contracts=(contract,), no_cache=True)
    assert not broken, capsys.readouterr().out


def test_the_pure_modules_are_the_ones_whose_coverage_must_be_complete() -> None:
    assert TOOLS["coverage"]["run"]["source_pkgs"] == CONTRACTS["pure"]["source_modules"]
