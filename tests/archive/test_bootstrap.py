"""From a bare Python to the environment: what can be seen without making one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from archive import bootstrap, local
from tests.environment import ROOT


def test_the_set_up_runs_on_a_python_without_any_package() -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import archive.bootstrap"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, timeout=60
    )
    assert not done.returncode, done.stderr


def test_an_ordinary_command_is_left_alone_where_django_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", Path("/nowhere"))
    bootstrap.enter(["check"])


def test_a_change_that_was_cut_short_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(local, "FOLDER", tmp_path)
    with pytest.raises(KeyboardInterrupt), bootstrap._alone():
        raise KeyboardInterrupt
    with bootstrap._alone() as broken:
        assert broken
    with bootstrap._alone() as broken:
        assert not broken


def test_a_refusal_by_a_tool_leaves_the_environment_as_sound_as_before(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(local, "FOLDER", tmp_path)
    with pytest.raises(bootstrap.SetupError), bootstrap._alone():
        raise bootstrap.SetupError
    with bootstrap._alone() as broken:
        assert not broken


def test_a_tool_that_fails_is_quoted_by_the_line_that_names_the_error() -> None:
    complaint = "import sys; sys.exit('WARNING: trying again\\nERROR: no route\\n  at depth')"
    with pytest.raises(bootstrap.SetupError, match=r"^No network\? \(ERROR: no route\)$"):
        bootstrap._run([sys.executable, "-c", complaint], "No network?")
