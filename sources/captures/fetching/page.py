"""One page, fetched: asked for, followed where it sends on to, taken within bounds."""

from __future__ import annotations

import http
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import httpcore

from sources.captures.fetching.fetched import Fetched
from sources.captures.fetching.rules import Rules
from sources.captures.fetching.wire import Deadline, Pinned
from sources.captures.policy import Address, Refused, address_in, followed, media_of, unpacked

Headers = tuple[tuple[str, str], ...]
SENDS_ON = frozenset({301, 302, 303, 307, 308})
ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain,image/*;q=0.8,*/*;q=0.1"
#: A longer wait than this is not waited for by anybody.
LONGEST_WAIT = 86_400.0
USUAL = Rules()


def fetch(address: str, rules: Rules = USUAL) -> Fetched:
    """The page at this address, or where it sends on to. Raises Refused, in words for whoever asked.

    No cookie, proxy, name or password takes part. Only an answer with status 200 is taken.
    """
    deadline = Deadline(rules.seconds)
    asked = at = address_in(address, rules.ports)
    for _ in range(rules.most_redirects + 1):
        with _answer(at, rules, deadline) as answer:
            if answer.status not in SENDS_ON:
                return _taken(asked, at, answer, rules)
            at = followed(at, header_in(headers_of(answer), "location"), rules.ports)
    raise Refused(
        f"The page sends on more than {rules.most_redirects} times: open it in a browser, and give the "
        "address at which it ends."
    )


@contextmanager
def _answer(at: Address, rules: Rules, deadline: Deadline) -> Iterator[httpcore.Response]:
    """The answer, its body not read yet."""
    backend = Pinned(rules, deadline)
    bound = {"connect": rules.seconds_to_connect}
    with (
        _in_words(at),
        httpcore.ConnectionPool(ssl_context=rules.trusted, network_backend=backend) as pool,
        pool.stream("GET", _url(at), headers=_asking(at, rules), extensions={"timeout": bound}) as answer,
    ):
        yield answer


def _url(at: Address) -> httpcore.URL:
    return httpcore.URL(scheme=at.scheme, host=at.host, port=at.port, target=at.target)


def _asking(at: Address, rules: Rules) -> list[tuple[str, str]]:
    host = str(at).removesuffix(at.target).partition("://")[2]
    return [
        ("Host", host),
        ("User-Agent", rules.agent),
        ("Accept", ACCEPT),
        ("Accept-Language", "en, *;q=0.5"),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
    ]


def _taken(asked: Address, at: Address, answer: httpcore.Response, rules: Rules) -> Fetched:
    headers = headers_of(answer)
    if answer.status != http.HTTPStatus.OK:
        raise _not_there(answer.status, headers)
    media = media_of(header_in(headers, "content-type"))
    sent = b"".join(answer.iter_stream())
    return Fetched(
        asked=str(asked),
        final=str(at),
        status=answer.status,
        media_type=media.type,
        charset=media.charset,
        body=unpacked(sent, header_in(headers, "content-encoding"), rules.unpacked),
        at=datetime.now(UTC),
        reason=answer.extensions.get("reason_phrase", b"").decode("latin-1"),
        headers=headers,
        sent=sent,
    )


def headers_of(answer: httpcore.Response) -> Headers:
    return tuple((name.decode("latin-1"), _decoded(value)) for name, value in answer.headers)


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def header_in(headers: Headers, wanted: str) -> str:
    return next((value for name, value in headers if name.lower() == wanted), "")


def _not_there(status: int, headers: Headers) -> Refused:
    try:
        named = f"{status}, “{http.HTTPStatus(status).phrase}”"
    except ValueError:
        named = str(status)
    if status in (http.HTTPStatus.NOT_FOUND, http.HTTPStatus.GONE):
        return Refused(f"The website has no such page (it answered {named}): look for another copy of it.")
    later = status == http.HTTPStatus.TOO_MANY_REQUESTS or status >= http.HTTPStatus.INTERNAL_SERVER_ERROR
    words = "try later" if later else "open it in a browser, and add it as an upload"
    wait = wait_of(header_in(headers, "retry-after"))
    return Refused(
        f"The website did not give the page (it answered {named}): {words}.", again_later=later, wait=wait
    )


def wait_of(text: str) -> float | None:
    """The seconds of a header `Retry-After`, at most a day; None where it gives none in seconds."""
    return min(float(text), LONGEST_WAIT) if text.isascii() and text.isdigit() else None


#: What can go wrong between two machines, and what is said of it.
TROUBLE: tuple[tuple[type[Exception], Callable[[Address], str]], ...] = (
    (
        httpcore.ConnectError,
        lambda at: f"No secure connection to {at.host}: its certificate is not valid, or it has none.",
    ),
    (httpcore.ProtocolError, lambda at: f"What {at.host} answered breaks off or cannot be read: try later."),
    (httpcore.TimeoutException, lambda at: f"{at.host} does not answer in time: try later."),
    (httpcore.NetworkError, lambda at: f"The connection to {at.host} broke off: try later."),
)


@contextmanager
def _in_words(at: Address) -> Iterator[None]:
    kinds = tuple(kind for kind, _ in TROUBLE)
    try:
        yield
    except kinds as error:
        words = next(words for kind, words in TROUBLE if isinstance(error, kind))
        raise Refused(words(at), again_later=True) from error
