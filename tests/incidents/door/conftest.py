"""The door is tested as it is on a server: whoever may publish shows a second factor."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings


@pytest.fixture(autouse=True)
def _as_on_a_server() -> Iterator[None]:
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with override_settings(SECOND_FACTOR_REQUIRED=True, PASSWORD_HASHERS=hashers):
        yield
