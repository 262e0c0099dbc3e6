"""Nothing that a test imports sets a variable that the archive's settings read."""

from __future__ import annotations

import os

from tests.environment import variables


def test_only_the_engine_and_what_every_test_needs_is_set() -> None:
    assert variables() & os.environ.keys() <= {"DATABASE_URL", "SECRET_KEY", "SECOND_FACTOR_REQUIRED"}
