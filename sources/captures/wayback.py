"""Asking the Wayback Machine, which is one host that the operator chose, to save a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

import httpcore

from sources.captures.fetching.page import header_in, headers_of, wait_of
from sources.captures.fetching.rules import Rules
from sources.captures.fetching.wire import Deadline, Pinned
from sources.captures.policy.refusal import Refused
from sources.captures.policy.wayback import RECENT, Answer, job_in, recent_in, saved_in

#: What a job is answered with lists everything that belongs to the page.
MOST_SENT = 2_000_000
TROUBLE = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)


class Chosen(Rules):
    """Any machine may be asked, since the operator named it."""

    def allows(self, address: str, port: int) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Wayback:
    """The service at `address` (without a slash at the end), as an account with a key and a secret.

    Every method asks once, and raises Refused in words for editors.
    """

    address: str
    key: str
    secret: str
    agent: str
    seconds: float = 30

    def save(self, page: str) -> str:
        """The name of the job that saves the page; empty where a recent copy of it is there."""
        typed = {"url": page, "if_not_archived_within": RECENT, "skip_first_archive": "1"}
        return job_in(self._asked("POST", "/save", urlencode(typed).encode()))

    def saved(self, job: str) -> str | None:
        """The address of the copy that the job made; None while it is at it."""
        return saved_in(self._asked("GET", f"/save/status/{job}"), self.address)

    def recent(self, page: str) -> str:
        """The address of the newest copy of this page."""
        now = f"{datetime.now(UTC):%Y%m%d%H%M%S}"
        return recent_in(self._asked("GET", f"/web/{now}/{page}"), self.address)

    def _asked(self, method: str, path: str, typed: bytes = b"") -> Answer:
        rules = Chosen(seconds=self.seconds, most_sent=MOST_SENT, agent=self.agent)
        backend = Pinned(rules, Deadline(self.seconds))
        try:
            with (
                httpcore.ConnectionPool(network_backend=backend) as pool,
                pool.stream(method, f"{self.address}{path}", headers=self._headers(), content=typed) as came,
            ):
                return _answer(came)
        except (Refused, *TROUBLE) as error:
            words = "The Wayback Machine does not answer, or its answer breaks off."
            raise Refused(words, again_later=True) from error

    def _headers(self) -> list[tuple[str, str]]:
        return [
            ("Accept", "application/json"),
            ("Authorization", f"LOW {self.key}:{self.secret}"),
            ("Connection", "close"),
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("User-Agent", self.agent),
        ]


def _answer(came: httpcore.Response) -> Answer:
    headers = headers_of(came)
    body = b"".join(came.iter_stream())
    wait = wait_of(header_in(headers, "retry-after"))
    return Answer(came.status, body, wait, header_in(headers, "location"))
