"""Whole answers, packed as they were sent, are kept until something is published.

What the archive gives out follows from its editions alone, so an answer holds as long as the newest change of
one is the same: that is asked of the database each time, and nothing else. So nobody reads what was
withdrawn, whichever process withdrew it. https://www.rfc-editor.org/rfc/rfc9111#section-4
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import cast

from cachetools import TTLCache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch
from django.utils.cache import get_conditional_response

from archive.keeping.newest import State
from archive.rates import allowance_of

#: Bytes of answers that a process keeps, and of the largest one.
ROOM, LARGEST = 16 << 20, 2 << 20
#: Seconds after which an answer is made anew all the same: an operator may have mended the catalogue.
LONGEST = 300
#: So many addresses are remembered of those that were asked for once.
ASKED_ONCE = 10_000
#: The headers of a request by which answers differ; an answer that differs by another one is not kept.
DIFFERING = ("Accept", "Accept-Encoding", "Origin")
#: What each reader is told of themselves.
OF_THE_READER = ("RateLimit", "RateLimit-Policy")


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """`state`: the newest change when it was made. `is_counted`: a reader may ask for it only so often."""

    state: State
    content: bytes
    headers: Mapping[str, str]
    match: ResolverMatch | None
    is_counted: bool

    def again(self, request: HttpRequest) -> HttpResponseBase | None:
        """The answer once more, or that the reader has it; none for somebody who asks too often."""
        told: Mapping[str, str] = {}
        if self.is_counted and (allowance := allowance_of(request, "")):
            if allowance.is_spent:
                return None
            told = allowance.headers
        request.resolver_match = self.match
        response = HttpResponse(self.content, headers={**self.headers, **told})
        if "HTTP_IF_NONE_MATCH" not in request.META:
            return response
        return get_conditional_response(request, etag=self.headers.get("ETag"), response=response)


class Answers:
    """Those that one process keeps. One is kept when it is asked for again: most are asked for once a day."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: TTLCache[str, KeptAnswer] = TTLCache(ROOM, LONGEST, getsizeof=_size)
        self._asked: TTLCache[int, bool] = TTLCache(ASKED_ONCE, LONGEST)

    def was_asked(self, name: str) -> bool | None:
        """Whether readers may ask for it only so often; none where it was not asked for before."""
        with self._lock:
            return self._asked.get(hash(name))

    def find(self, name: str, state: State | None) -> KeptAnswer | None:
        """The answer of that name, if it holds."""
        with self._lock:
            kept = self._kept.get(name)
        return kept if kept and kept.state == state else None

    def note(self, name: str, response: HttpResponseBase) -> None:
        """That this was asked for."""
        if _may_be_kept(response):
            with self._lock:
                self._asked[hash(name)] = _is_counted(response)

    def store(self, name: str, state: State | None, request: HttpRequest, response: HttpResponseBase) -> None:
        """Keep the answer, if it may be; `state`: the newest change before it was made."""
        if state and _may_be_kept(response):
            answer = _answer(state, request, cast(HttpResponse, response))
            with self._lock:
                self._kept[name] = answer


def name_of(request: HttpRequest) -> str:
    """All of a request that its answer may rest on."""
    said = (request.headers.get(name, "") for name in DIFFERING)
    return "\n".join(
        (request.scheme or "", request.META.get("HTTP_HOST", ""), request.get_full_path(), *said)
    )


def _answer(state: State, request: HttpRequest, response: HttpResponse) -> KeptAnswer:
    headers = {name: value for name, value in response.items() if name not in OF_THE_READER}
    return KeptAnswer(state, response.content, headers, request.resolver_match, _is_counted(response))


def _is_counted(response: HttpResponseBase) -> bool:
    return OF_THE_READER[0] in response


def _may_be_kept(response: HttpResponseBase) -> bool:
    differs = {name.strip().lower() for name in response.get("Vary", "").split(",") if name}
    return (
        getattr(response, "may_be_kept", False)
        and isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and differs <= {name.lower() for name in DIFFERING}
        and len(response.content) <= LARGEST
    )


def _size(answer: KeptAnswer) -> int:
    return len(answer.content) + 2_000
