"""What people read in a stored copy."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.captures.apart import READING, page_read_apart, text_read_apart
from sources.captures.describing import Suggested, described
from sources.captures.policy import TAKEN, Refused
from sources.captures.text import text_of
from tests.sources.captures.documents import PIXEL, page, pdf

SENTENCE = "At least 128 people were killed on Friday, officials said, in the deadliest attack of the year."


def test_of_a_page_its_title_and_its_article_are_read() -> None:
    text = text_of("text/html", "", page(SENTENCE, "It was dreadful.", title="Blast  kills 85 – Paper"))

    assert text.splitlines() == ["Blast kills 85 – Paper", SENTENCE, "It was dreadful."]


@pytest.mark.parametrize(
    ("media_type", "charset", "body", "text"),
    [
        ("text/html", "", b"<p>Hello <b>you</b></p><script>x()</script>", "Hello you"),
        ("text/html", "", b"", ""),
        ("text/html", "iso8859-1", b"<p>Gr\xfc\xdfe</p>", "Grüße"),
        ("text/plain", "", "a\r\nb\x00\rü ".encode(), "a\nb\nü"),
        ("text/plain", "utf-16-le", "ab".encode("utf-16-le"), "ab"),
        ("text/plain", "", b"\xff", "\ufffd"),
        ("application/pdf", "", pdf("Eighty-five dead"), "Eighty-five dead"),
        ("image/png", "", PIXEL, ""),
    ],
)
def test_each_kind_is_read_in_its_way(media_type: str, charset: str, body: bytes, text: str) -> None:
    assert text_of(media_type, charset, body) == text


def test_a_pdf_that_is_damaged_is_told() -> None:
    with pytest.raises(Refused, match="The PDF cannot be read"):
        text_of("application/pdf", "", b"%PDF-1.4 nonsense")


@given(st.sampled_from(sorted(TAKEN)), st.sampled_from(["", "utf-8", "utf-16"]), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(media_type: str, charset: str, body: bytes) -> None:
    head = b"%PDF-1.4\n" if media_type == "application/pdf" else b""
    with suppress(Refused):
        assert "\x00" not in text_of(media_type, charset, head + body)


def test_reading_apart_gives_the_same_text_and_the_same_refusal() -> None:
    assert text_read_apart("text/html", "", page(SENTENCE)) == text_of("text/html", "", page(SENTENCE))
    with pytest.raises(Refused, match="The PDF cannot be read"):
        text_read_apart("application/pdf", "", b"%PDF-1.4 nonsense")


@pytest.mark.parametrize("charset", ["", "utf-8"])
def test_reading_apart_gives_what_a_page_says_of_itself(charset: str) -> None:
    body = (
        b'<html lang="en"><head><meta name="author" content="Asif Kh\xc3\xa1n"></head><p>Four died</p></html>'
    )
    text, said = page_read_apart("text/html", charset, body, "https://paper.example/a#top")

    assert text == text_of("text/html", charset, body)
    assert said == described(body.decode(), "https://paper.example/a")
    assert said.authors


def test_what_is_no_page_says_nothing_of_itself() -> None:
    said = page_read_apart("text/plain", "", SENTENCE.encode(), "https://paper.example/a")[1]

    assert said == Suggested(address="https://paper.example/a")


def test_reading_that_takes_too_long_is_ended() -> None:
    with pytest.raises(Refused, match="takes too long"):
        text_read_apart("text/html", "", page(SENTENCE), seconds=0.01)


def test_half_letters_do_not_come_back() -> None:
    assert text_read_apart("text/plain", "utf-7", b"a +2AA- b") == "a ? b"


def test_one_file_is_read_at_a_time_and_another_waits_no_longer_than_it_may() -> None:
    with READING, pytest.raises(Refused, match="Another file is being read"):
        text_read_apart("text/plain", "", b"85 dead", seconds=0.01)

    assert text_read_apart("text/plain", "", b"85 dead") == "85 dead"
