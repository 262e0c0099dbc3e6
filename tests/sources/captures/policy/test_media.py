"""What kind of thing an answer is."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.captures.policy import TAKEN, Media, Refused, media_of


@pytest.mark.parametrize(
    ("header", "media"),
    [
        ("text/html", Media("text/html")),
        ('Text/HTML; charset="ISO-8859-1"', Media("text/html", "iso8859-1")),
        ("text/plain; charset=utf8", Media("text/plain", "utf-8")),
        ("text/html; charset=nonsense", Media("text/html")),
        ("text/html; charset=base64", Media("text/html")),
        ("text/html; charset=idna\x00", Media("text/html", "idna")),
        ("image/png", Media("image/png")),
        ("application/pdf; version=1.7", Media("application/pdf")),
    ],
)
def test_the_kind_and_the_characters_are_read(header: str, media: Media) -> None:
    assert media_of(header) == media


@pytest.mark.parametrize("header", ["", " ", "video/mp4", "image/svg+xml", "application/octet-stream"])
def test_other_kinds_are_refused(header: str) -> None:
    with pytest.raises(Refused, match="as an upload"):
        media_of(header)


@given(st.text() | st.text().map(lambda text: f"text/html; charset={text}"))
def test_any_header_is_refused_or_names_a_kind_that_is_taken_and_characters_that_can_be_read(
    text: str,
) -> None:
    with suppress(Refused):
        media = media_of(text)
        assert media.type in TAKEN
        assert not media.charset or isinstance(b"a".decode(media.charset, "replace"), str)
