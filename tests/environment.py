"""The environment that every test runs in, whatever the caller's own variables say.

Loaded by pytest before Django reads its settings. DATABASE_URL alone passes through: it chooses the engine.
"""

from __future__ import annotations

import ast
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECRET_KEY = "for-tests-alone-and-long-enough-to-satisfy-the-deployment-check"


def variables() -> set[str]:
    """The names of the environment variables that the settings read."""
    tree = ast.parse((ROOT / "archive" / "settings.py").read_text(encoding="utf-8"))
    return {
        ast.literal_eval(node.args[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if ast.unparse(node.func.value) == "env" and isinstance(node.args[0], ast.Constant)
    }


for _name in variables():
    os.environ.pop(f"{_name}_FILE", None)
    if _name != "DATABASE_URL":
        os.environ.pop(_name, None)
os.environ["SECRET_KEY"] = SECRET_KEY
# Tests of the door ask for it themselves; all others log in without.
os.environ["SECOND_FACTOR_REQUIRED"] = "0"
