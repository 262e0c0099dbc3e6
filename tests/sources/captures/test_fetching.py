"""A page of the public web is fetched, within bounds, and nothing else is."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Sequence

import pytest

from sources.captures.fetching import Refused, Rules, fetch
from sources.captures.policy.unpacking import Bounds
from tests.sources.captures.websites import HERE, Answer, answer, raw, resolving, sends_on, website

PAGE = b"<p>Twenty-eight people were killed.</p>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def test_a_page_comes_with_its_addresses_its_kind_and_its_bytes() -> None:
    with website(answer(PAGE, kind="text/html; charset=UTF-8")) as site:
        got = fetch(site.at("/a%20b/ü"), site.rules())

    assert (got.status, got.media_type, got.charset, got.body) == (200, "text/html", "utf-8", PAGE)
    assert got.asked == got.final == site.at("/a%20b/%C3%BC")
    assert got.at.tzinfo is not None


def test_only_what_is_needed_is_said_to_a_website(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    cookie = answer(b"", "Location: /b", "Set-Cookie: a=b", status="302 Found")
    with website(cookie, answer(PAGE)) as site:
        fetch(site.at(), site.rules())

    assert f"Host: paper.example:{site.port}" in site.asked[1]
    assert "cookie" not in site.asked[1].lower()
    assert "authorization" not in site.asked[1].lower()


def test_where_a_page_sends_on_to_is_followed_and_told() -> None:
    with website(sends_on("/b?c=d#e"), answer(PAGE)) as site:
        got = fetch(site.at("/a"), site.rules())

    assert (got.asked, got.final) == (site.at("/a"), site.at("/b?c=d"))


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1/",
        "http://127.0.0.1:22/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "http://0x7f.1/",
        "file:///etc/passwd",
        "gopher://paper.example/",
        "http://admin:secret@paper.example/",
        "https://paper.example:8443/",
        "",
        "http://[",
    ],
)
def test_a_page_does_not_send_on_to_the_archives_own_machines(to: str) -> None:
    with website(sends_on(to), answer(PAGE)) as site:
        rules = site.rules(resolve=lambda host, port, seconds: _as_the_system_would(site.port, host, port))
        with pytest.raises(Refused, match=r"[a-z].*\."):
            fetch(site.at(), rules)

    assert len(site.asked) == 1


def _as_the_system_would(own: int, host: str, port: int) -> Sequence[str]:
    """The website's own name, and everything that needs no network to be looked up."""
    if host == "paper.example" and port == own:
        return [HERE]
    if ":" in host:
        return [host]
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def test_a_name_that_leads_elsewhere_the_second_time_is_looked_up_once() -> None:
    answers = iter([[HERE], ["10.0.0.1"]])
    with website(answer(PAGE)) as site:
        got = fetch(site.at(), site.rules(resolve=lambda *asked: next(answers)))

    assert got.body == PAGE
    assert next(answers) == ["10.0.0.1"]


def test_a_name_is_looked_at_anew_when_a_page_sends_on() -> None:
    answers = iter([[HERE], ["10.0.0.1"]])
    private = pytest.raises(Refused, match="does not lead to a machine on the public web")
    with website(sends_on("/again"), answer(PAGE)) as site, private:
        fetch(site.at(), site.rules(resolve=lambda *asked: next(answers)))

    assert len(site.asked) == 1


def test_an_address_of_numbers_is_looked_up_without_its_brackets() -> None:
    def looked_up(host: str, port: int, seconds: float) -> Sequence[str]:
        assert host == "2606:4700::1111"
        return ["10.0.0.1"]

    with pytest.raises(Refused, match="public web"):
        fetch("http://[2606:4700::1111]/", Rules(resolve=looked_up))


def test_a_name_that_leads_to_a_public_and_a_private_machine_is_refused() -> None:
    with website(answer(PAGE)) as site, pytest.raises(Refused, match="public web"):
        fetch(site.at(), site.rules(resolve=resolving(HERE, "10.0.0.1")))


def test_a_website_that_does_not_exist_or_does_not_answer_is_told() -> None:
    with socket.create_server((HERE, 0)) as closed:
        port = closed.getsockname()[1]
    with website(answer(PAGE)) as site:
        rules = site.rules(as_public=frozenset({(HERE, port)}))
    with pytest.raises(Refused, match="does not answer") as refused:
        fetch(f"http://paper.example:{port}/", rules)
    assert refused.value.again_later

    with pytest.raises(Refused, match="The name nowhere"):
        fetch("http://nowhere.invalid/")


def test_a_name_that_is_looked_up_for_ever_is_waited_for_no_longer_than_the_rules_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def slow(*asked: object, **also: object) -> list[object]:
        time.sleep(0.5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    with pytest.raises(Refused, match="could not be looked up in time"):
        fetch("http://paper.example/", Rules(seconds=0.1))


def test_a_page_that_sends_on_for_ever_is_followed_a_few_times() -> None:
    with website(sends_on("/")) as site, pytest.raises(Refused, match="sends on more than 2 times"):
        fetch(site.at(), site.rules(most_redirects=2))

    assert len(site.asked) == 3


def drip(piece: bytes, seconds: float) -> Answer:
    """A part of an answer again and again, slowly or not, for ever."""

    def send(connection: socket.socket) -> None:
        while True:
            connection.sendall(piece)
            time.sleep(seconds)

    return send


def in_turn(*answers: Answer) -> Answer:
    def send(connection: socket.socket) -> None:
        for each in answers:
            each(connection)

    return send


LONG = "is longer than 100,000 bytes"
LATE = "did not come within 0.3 seconds"
BROKEN = "(breaks|broke) off"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (answer(b"x" * 200_000), LONG),
        (in_turn(raw(HEAD + b"\r\n"), drip(b"x" * 10_000, 0)), LONG),
        (drip(b"HTTP/1.1 102 Processing\r\n\r\n" * 100, 0), LONG),
        (in_turn(raw(HEAD), drip(b"X-More: 1\r\n" * 1000, 0)), "is longer|breaks off"),
        (in_turn(raw(HEAD + b"\r\n"), drip(b"x", 0.01)), LATE),
        (in_turn(raw(HEAD), drip(b"X", 0.01)), LATE),
        (lambda connection: time.sleep(0.6), LATE),
        (raw(HEAD + b"Content-Length: 100\r\n\r\nshort"), BROKEN),
        (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"), BROKEN),
        (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), BROKEN),
        (raw(b""), BROKEN),
    ],
    ids=[
        "huge",
        "endless",
        "always preliminary",
        "endless headers",
        "slow body",
        "slow headers",
        "silent",
        "cut off",
        "bad chunks",
        "no web server",
        "nothing",
    ],
)
def test_an_answer_is_bounded_in_bytes_and_seconds(given: Answer, words: str) -> None:
    with website(given) as site, pytest.raises(Refused, match=words):
        fetch(site.at(), site.rules(seconds=0.3 if words == LATE else 5, most_sent=100_000))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("video/mp4", "is “video/mp4”"),
        ("application/zip", "is “application/zip”"),
        ("", "does not say what it is"),
    ],
)
def test_only_pages_texts_and_images_are_taken(kind: str, words: str) -> None:
    with website(answer(PAGE, kind=kind)) as site, pytest.raises(Refused, match=words):
        fetch(site.at(), site.rules())


def packed(body: bytes, encoding: str) -> Answer:
    return answer(body, f"Content-Encoding: {encoding}")


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),
        ("gzip", gzip.compress(PAGE[:9], mtime=0) + gzip.compress(PAGE[9:], mtime=0)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE, wbits=-15)),
        ("identity", PAGE),
    ],
)
def test_a_packed_page_is_unpacked_and_kept_as_it_came(encoding: str, body: bytes) -> None:
    with website(packed(body, encoding)) as site:
        got = fetch(site.at(), site.rules())

    assert (got.body, got.sent) == (PAGE, body)
    assert ("Content-Encoding", encoding) in got.headers


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (packed(gzip.compress(b"0" * 20_000_000, mtime=0), "gzip"), "more than 200 times as long"),
        (packed(gzip.compress(bytes(range(256)) * 1000), "gzip"), "longer than 100,000 bytes"),
        (packed(gzip.compress(PAGE, mtime=0)[:-12], "gzip"), "breaks off"),
        (packed(b"no gzip", "gzip"), "cannot be unpacked"),
        (packed(PAGE, "br"), "came packed as “br”"),
        (packed(gzip.compress(gzip.compress(PAGE, mtime=0)), "gzip, gzip"), "came packed as “gzip, gzip”"),
    ],
    ids=["bomb", "long", "cut off", "false", "unknown", "layers"],
)
def test_what_does_not_unpack_within_bounds_is_refused(given: Answer, words: str) -> None:
    bounds = Bounds(most=100_000 if "longer" in words else 50_000_000)
    with website(given) as site, pytest.raises(Refused, match=words):
        fetch(site.at(), site.rules(unpacked=bounds))


@pytest.mark.parametrize(
    ("given", "words", "later"),
    [
        (answer(PAGE, status="404 Not Found"), "has no such page .*404", False),
        (answer(PAGE, status="403 Forbidden"), "403, “Forbidden”", False),
        (answer(PAGE, status="503 Busy"), "503", True),
        (answer(PAGE, status="799 Odd"), "799", True),
        (answer(b"", status="304 Not Modified"), "304", False),
    ],
)
def test_a_page_that_is_not_given_is_told(given: Answer, words: str, later: bool) -> None:
    with website(given) as site, pytest.raises(Refused, match=words) as refused:
        fetch(site.at(), site.rules())

    assert refused.value.again_later is later


def test_how_long_a_website_asks_to_be_left_alone_is_told() -> None:
    busy = answer(b"", "Retry-After: 120", status="429 Too Many Requests")
    with website(busy) as site, pytest.raises(Refused, match="429") as refused:
        fetch(site.at(), site.rules())

    assert refused.value.wait == 120
