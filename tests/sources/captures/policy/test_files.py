"""What kind of thing a file is, by what is in it."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.captures.policy import TAKEN, Refused
from sources.captures.policy.files import file_in
from tests.sources.captures.documents import PIXEL, bundle, page, pdf


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pdf("Words"), "application/pdf"),
        (PIXEL, "image/png"),
        (b"\xff\xd8\xff\xe0 picture", "image/jpeg"),
        (b"GIF89a picture", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (page("Words"), "text/html"),
        (b"\xef\xbb\xbf <!-- saved -->\n<!---->\n<HTML lang=en>", "text/html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "text/html"),
        ("Zwölf Tote.\n".encode(), "text/plain"),
        (b"a < b", "text/plain"),
    ],
)
def test_a_file_is_what_it_begins_with(content: bytes, kind: str) -> None:
    media, body = file_in(content)

    assert (media.type, body) == (kind, content)


def test_of_a_page_saved_in_one_file_the_page_is_taken() -> None:
    media, body = file_in(bundle(page("Words")))

    assert (media.type, media.charset, body) == ("text/html", "utf-8", page("Words"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n",
        b"PK\x03\x04 an archive",
        b"\x7fELF\x02\x01\x01\x00",
        b"MZ\x90\x00",
        b"\xff\xfe\x00",
        b"RIFF\x00\x00\x00\x00WAVE",
        b"a\x00b",
        b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/css\n\na\n--x--",
    ],
)
def test_other_files_are_refused(content: bytes) -> None:
    with pytest.raises(Refused, match=r"none of these|holds no page"):
        file_in(content)


def test_comments_without_end_are_looked_through_at_once() -> None:
    assert file_in(b"<!---->" * 600 + b"x")[0].type == "text/plain"


@given(st.binary(max_size=500) | st.from_regex(rb"(?:content-type:multipart/related\n|<!--|-->|<html){1,40}"))
def test_any_bytes_are_of_a_kind_that_is_taken_or_refused(content: bytes) -> None:
    with suppress(Refused):
        assert file_in(content)[0].type in TAKEN
