"""No reader decides what the next one gets: neither which host pages speak of, nor what is kept of them."""

from __future__ import annotations

import pytest

from tests.attacks.raw import HOST, Answer, ask

EVIL = "evil.example"
#: Pages that are kept and pages that are not, answers, files, redirects and refusals.
ADDRESSES = (
    "/",
    "/ur/incidents/",
    "/incidents/k7m2qa/",
    "/incidents/k7m2qa/february-2024-balochistan-bombings/",
    "/incidents/k7m2qa.json",
    "/incidents/nowhere/",
    "/feeds/new.atom",
    "/sitemap.xml",
    "/robots.txt",
    "/api/v1/incidents/",
    "/api/v1/claims.csv",
    "/about/corrections/sent/",
)
#: Each tells of another host, address, language or reader than there is.
POISON = f"""\
X-Forwarded-Host: {EVIL}
X-Forwarded-Server: {EVIL}
X-Forwarded-Proto: http
X-Forwarded-Port: 666
X-Forwarded-Prefix: //{EVIL}
X-Host: {EVIL}
X-HTTP-Host-Override: {EVIL}
Forwarded: for=1.2.3.4;host={EVIL};proto=http
X-Original-URL: //{EVIL}/
X-Original-Host: {EVIL}
True-Client-IP: {EVIL}
Origin: https://{EVIL}
Referer: https://{EVIL}/
User-Agent: {EVIL}
From: somebody@{EVIL}
Cookie: django_language=ur; lang={EVIL}; csrftoken={"a" * 32}
Accept-Language: ur, de;q=0.5, {EVIL}
Accept-Charset: utf-7
Range: bytes=0-9
If-Range: "{EVIL}"
Pragma: {EVIL}
Via: 1.1 {EVIL}
"""


def varying(answer: Answer) -> set[str]:
    """By which headers of a request the answer says that it differs."""
    return {name.strip().lower() for name in answer.headers.get("Vary", "").split(",")}


@pytest.mark.usefixtures("committed")
def test_what_one_reader_says_beside_an_address_changes_nothing_of_it_and_nothing_for_the_next(
    port: int,
) -> None:
    # The first answer is the poisoned one, so that whatever is kept is kept of it.
    poisoned = {address: ask(port, address, *POISON.splitlines()) for address in ADDRESSES}
    plain = {address: ask(port, address) for address in ADDRESSES}

    assert not [address for address, one in (poisoned | plain).items() if one.says(EVIL)]
    assert [address for address in ADDRESSES if poisoned[address].body != plain[address].body] == []
    assert {one.status for one in plain.values()} == {200, 301, 404}
    assert {one.headers["ETag"] for one in plain.values() if "ETag" in one.headers}


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("address", ["/incidents/k7m2qa/february-2024-balochistan-bombings/", "/incidents/"])
def test_a_question_that_means_nothing_is_in_no_page_that_the_next_reader_gets(
    port: int, address: str
) -> None:
    for name in ("utm=", "rule=", "known_at=", "q=", "?", "/", "&"):
        ask(port, f"{address}?{name}{EVIL}")

    assert not ask(port, address).says(EVIL)
    assert ask(port, f"{address}?").body == ask(port, address).body


@pytest.mark.usefixtures("committed")
def test_what_an_answer_rests_on_beside_its_address_it_says_to_whoever_keeps_it(port: int) -> None:
    for address in ADDRESSES:
        plain, packed = ask(port, address), ask(port, address, "Accept-Encoding: gzip")
        if packed.body != plain.body:
            assert "accept-encoding" in varying(packed) & varying(plain)
            assert packed.headers.get("ETag", "W/").startswith("W/")
    as_file = ask(port, "/api/v1/incidents/", "Accept: text/csv")
    assert "accept" in varying(as_file) & varying(ask(port, "/api/v1/incidents/"))


@pytest.mark.usefixtures("committed")
def test_an_entity_tag_of_something_else_is_not_taken_for_this_one(port: int) -> None:
    one, other = "/incidents/k7m2qa.json", "/incidents/m4s8td.json"
    tag = ask(port, one).headers["ETag"]

    assert ask(port, one, f"If-None-Match: {tag}").status == 304
    assert ask(port, other, f"If-None-Match: {tag}").status == 200
    assert ask(port, one, f"If-None-Match: {tag[:-2]}x{tag[-1]}").status == 200


@pytest.mark.parametrize(
    "host",
    [EVIL, f"{HOST}.{EVIL}", f"{HOST}@{EVIL}", f"{HOST}:80@{EVIL}", f"{HOST}/{EVIL}", f"{HOST},{EVIL}", ""],
    ids=[
        "another",
        "below another",
        "as a user",
        "as a user with a port",
        "with a path",
        "two in one",
        "none",
    ],
)
@pytest.mark.django_db
def test_a_host_that_is_not_served_is_refused_and_not_repeated(port: int, host: str) -> None:
    for address in ("/", "/incidents/", "/desk/", "/api/v1/incidents/"):
        answer = ask(port, address, host=host)
        assert answer.status == 400
        assert not answer.says(EVIL)


@pytest.mark.django_db
def test_two_hosts_and_a_host_in_the_request_line_make_no_other_of_it(port: int) -> None:
    assert ask(port, "/", f"Host: {EVIL}").status == 400
    assert ask(port, "/", f"host: {HOST}").status == 400
    assert not ask(port, f"http://{EVIL}/").says(EVIL)
    assert ask(port, f"http://{HOST}/", host=EVIL).status == 400
