"""Which web addresses may be asked, and where an answer may send on to."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.captures.policy import Refused, address_in, followed


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (" https://Paper.Example ", "https://paper.example/"),
        ("http://paper.example:80/a?b=c#d", "http://paper.example/a?b=c"),
        ("https://paper.example.:443/", "https://paper.example/"),
        ("https://خبر.example/ü?q=ü", "https://xn--ngblk.example/%C3%BC?q=%C3%BC"),
        ("http://[2606:4700:0:0::1111]/", "http://[2606:4700::1111]/"),
        ("https://paper.example?q", "https://paper.example/?q"),
        ("https://paper.example/100%25", "https://paper.example/100%25"),
    ],
)
def test_an_address_is_asked_as_the_network_writes_it(typed: str, asked: str) -> None:
    assert str(address_in(typed)) == asked


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ftp://paper.example/", "give an address with http"),
        ("paper.example", "give an address with http"),
        ("javascript:alert(1)", "give an address with http"),
        ("https://", "names no website"),
        ("https://./", "names no website"),
        ("https://me:secret@paper.example/", "leave them out"),
        ("https://@paper.example/", "leave them out"),
        ("https://paper.example:22/", "Port 22"),
        ("https://paper.example:0/", "Port 0"),
        ("https://paper.example:ten/", "port of the address is no number"),
        ("https://paper.example/a b", "spaces"),
        ("https://paper.example/\r\nHost: other", "spaces"),
        ("https://paper.example\\@other.example/", "spaces"),
        ("https://pa_per.example/", "not the name of a website"),
        ("https://[::g]/", "not a web address|not the name"),
        ("https://[fe80::1", "not a web address that can be read"),
        ("https://[v1.a:b]/", "not the name"),
        ("https://" + "a" * 2000, "shorter one"),
        ("https://paper.example/" + "ü" * 700, "shorter one"),
        ("https://" + "a" * 70 + ".example/", "not the name"),
    ],
)
def test_what_may_not_be_asked_is_refused_in_words(typed: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        address_in(typed)


@pytest.mark.parametrize(
    ("location", "to"),
    [
        ("/b", "https://paper.example/b"),
        ("b?c", "https://paper.example/a/b?c"),
        ("//other.example/", "https://other.example/"),
        ("https://other.example/x#y", "https://other.example/x"),
    ],
)
def test_where_a_page_sends_on_to_is_read_beside_its_own_address(location: str, to: str) -> None:
    assert str(followed(address_in("https://paper.example/a/"), location)) == to


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("", "does not say where"),
        ("http://paper.example/", "sends from https to http"),
        ("https://other.example:8080/", "Port 8080"),
        ("file:///etc/passwd", "with http"),
        ("//[", "no web address"),
    ],
)
def test_a_page_cannot_send_on_to_anywhere(location: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        followed(address_in("https://paper.example/a/"), location)


@given(st.text() | st.from_regex(r"https?://[a-z@:/\\\[\]%#?.0-9-]{1,30}", fullmatch=True))
def test_any_text_is_refused_or_asked_as_every_reader_of_addresses_reads_it(text: str) -> None:
    with suppress(Refused):
        address = address_in(text)
        parts = urlsplit(str(address))
        host = f"[{address.host}]" if ":" in address.host else address.host
        assert parts.netloc in (host, f"{host}:{address.port}")
        assert str(address).isascii()
        assert address_in(str(address)) == address


@given(st.text())
def test_any_place_to_go_on_to_is_refused_or_asked(location: str) -> None:
    with suppress(Refused):
        assert followed(address_in("https://paper.example/"), location).port in (80, 443)
