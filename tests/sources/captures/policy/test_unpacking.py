"""What was packed is unpacked within bounds."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.captures.policy import Bounds, Refused, unpacked

BOUNDS = Bounds(most=3_000_000, ratio=200)
ENCODINGS = st.sampled_from(["", "identity", "gzip", "x-gzip", "GZIP", "deflate", "br"])


@given(st.binary(max_size=300_000), st.integers(0, 9))
def test_what_was_packed_comes_back(body: bytes, level: int) -> None:
    assert unpacked(gzip.compress(body, level), "gzip", BOUNDS) == body
    assert unpacked(zlib.compress(body, level), "deflate", BOUNDS) == body


@given(st.binary(max_size=2000), ENCODINGS)
def test_any_bytes_are_refused_in_words_or_bounded(sent: bytes, encoding: str) -> None:
    with suppress(Refused):
        assert len(unpacked(sent, encoding, Bounds(most=1000))) <= 1000


@pytest.mark.parametrize("times", [2, 10, 60])
def test_a_bomb_is_left_before_it_has_burst(times: int) -> None:
    with pytest.raises(Refused, match=r"overwhelmed|longer than"):
        unpacked(gzip.compress(b"0" * times * 1_000_000), "gzip", BOUNDS)


def test_what_follows_a_packed_page_and_is_not_packed_is_left_out() -> None:
    assert unpacked(gzip.compress(b"page") + b"rest", "gzip", BOUNDS) == b"page"
    assert unpacked(zlib.compress(b"page") + b"rest", "deflate", BOUNDS) == b"page"
    assert unpacked(b"", "gzip", BOUNDS) == b""


def test_a_body_of_very_many_small_pieces_is_refused() -> None:
    with pytest.raises(Refused, match="more than 100 pieces"):
        unpacked(gzip.compress(b"") * 101, "gzip", BOUNDS)
