"""Circles of references are looked for behind the work, and not where nobody looked for them before."""

from __future__ import annotations

import gc

import pytest

from archive.collecting import collecting_later


@pytest.mark.parametrize("before", [True, False])
def test_afterwards_it_is_as_it_was(before: bool) -> None:
    (gc.enable if before else gc.disable)()
    try:
        with collecting_later():
            assert not gc.isenabled()
        assert gc.isenabled() is before
    finally:
        gc.enable()
