"""Browsers are told in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.door.browsers import browser_in_words

KIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Linux"),
        (
            f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {KIT} Version/18.5 Safari/605.1.15",
            "Safari on macOS",
        ),
        (
            f"Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) {KIT} Version/18.5 Mobile/15E Safari/604",
            "Safari on iOS",
        ),
        (
            f"Mozilla/5.0 (Linux; Android 10; K) {KIT} Chrome/142.0.0.0 Mobile Safari/537.36",
            "Chrome on Android",
        ),
        (
            f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {KIT} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
            "Edge on Windows",
        ),
        ("curl/8.5.0", "curl"),
        ("", "an unknown browser"),
        ("something else", "an unknown browser"),
    ],
)
def test_a_browser_has_a_name_and_a_system(text: str, words: str) -> None:
    assert browser_in_words(text) == words


@given(st.text(max_size=300))
def test_whatever_calls_itself_a_browser_breaks_nothing(text: str) -> None:
    assert browser_in_words(text)
