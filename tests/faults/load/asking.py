"""The readers: each asks one thing after another, for few incidents often and for most of them seldom."""

from __future__ import annotations

import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, RemoteDisconnected
from random import Random
from urllib.parse import urlsplit

from tests.faults.load import judging
from tests.faults.load.judging import Before, Judge, Wrong
from tests.faults.load.known import Known

#: Nobody is to wait so many seconds, and so many wrong answers are told.
LONGEST, TOLD = 30, 20
#: How often each kind of question is asked, of a hundred.
SHARES = {
    "event page": 34,
    "event page in Urdu": 4,
    "list": 8,
    "search": 10,
    "API record": 14,
    "API record, conditional": 14,
    "API list": 8,
    "other pages and feeds": 7,
    "export": 1,
}
WORDS = ("Strelsau", "Zenda", "Hofbau", "Elphsau", "Tarlda")
PLAIN: dict[str, dict[str, Judge]] = {
    "list": {
        "/incidents/": judging.a_page,
        "/incidents/?date_from=2012-01-01&date_to=2013-12-31": judging.a_page,
        "/incidents/?killed_min=5": judging.a_page,
    },
    "search": {f"/incidents/?q={word}": judging.a_search for word in WORDS},
    "API list": {
        "/api/v1/incidents/?page_size=20": judging.a_list,
        "/api/v1/incidents/?q=Strelsau": judging.a_list,
        "/api/v1/changes/?page_size=50": judging.changes,
    },
    "other pages and feeds": {
        "/": judging.a_page,
        "/actors/": judging.a_page,
        "/ur/": judging.a_page,
        "/feeds/updated.atom": judging.a_feed,
    },
    "export": {
        "/incidents.csv": judging.a_table,
        "/incidents.ndjson": judging.lines,
    },
}


@dataclass
class Tally:
    """What came of all the questions."""

    statuses: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, status: str, kind: str = "", seconds: float = 0) -> None:
        with self.lock:
            self.statuses[status] += 1
            if kind:
                self.seconds[kind].append(seconds)

    def note_wrong(self, what: str) -> None:
        self.note("wrong")
        if len(self.wrong) < TOLD:
            self.wrong.append(what)


@dataclass
class Crowd:
    """So many readers of one server."""

    port: int
    known: Known
    number: int
    tally: Tally = field(default_factory=Tally)
    ended: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def reading(self) -> Iterator[None]:
        readers = [threading.Thread(target=_Reader(self, seed).read) for seed in range(self.number)]
        for reader in readers:
            reader.start()
        try:
            yield
        finally:
            self.ended.set()
            for reader in readers:
                reader.join()


class _Reader:
    """One of them, with a connection that is kept and the copies that it holds."""

    def __init__(self, crowd: Crowd, seed: int) -> None:
        self.crowd, self.known, self.tally = crowd, crowd.known, crowd.tally
        self.random = Random(seed)
        self.connection = HTTPConnection("127.0.0.1", crowd.port, timeout=LONGEST)
        self.copies: dict[str, tuple[str, int]] = {}
        self.keys = self.known.keys
        # Zipf's law: the second is asked for half as often as the first, the third a third as often.
        self.popularity = [1 / rank for rank in range(1, len(self.keys) + 1)]

    def read(self) -> None:
        while not self.crowd.ended.is_set():
            self.ask(self.random.choices(list(SHARES), list(SHARES.values()))[0])
        self.connection.close()

    def ask(self, kind: str) -> None:
        begun = time.monotonic()
        try:
            status = self._asked(kind)
        except (Wrong, ValueError, KeyError) as wrong:
            self.tally.note_wrong(f"{kind}: {type(wrong).__name__}: {wrong}")
        except (OSError, HTTPException) as error:
            self.connection.close()
            self.tally.note_wrong(f"{kind}: {type(error).__name__} after {time.monotonic() - begun:.1f} s")
        else:
            refused = status == "503"
            self.tally.note(status, "refused" if refused else kind, time.monotonic() - begun)
            self.crowd.ended.wait(0.5 if refused else 0)

    def _asked(self, kind: str) -> str:
        match kind:
            case "event page":
                return self._page("/incidents/")
            case "event page in Urdu":
                return self._page("/ur/incidents/")
            case "API record":
                return self._record({})
            case "API record, conditional":
                return self._held()
        address, judge = self.random.choice(list(PLAIN[kind].items()))
        return self._plain(address, judge)

    def _page(self, at: str) -> str:
        """By the short address, which leads on to the one with the title."""
        key = self._key()
        before = self._before()
        answer, body = self._get(f"{at}{key}/")
        while answer.status == 301:
            self.tally.note("301")
            answer, body = self._get(urlsplit(answer.headers["Location"]).path)
        if answer.status == 200:
            self.known.show(judging.page_of(key, body, before))
        return self._status(answer)

    def _record(self, headers: dict[str, str], key: str = "") -> str:
        key = key or self._key()
        before = self._before()
        answer, body = self._get(f"/api/v1/incidents/{key}/", headers)
        if answer.status == 200:
            shown = judging.record_of(key, body, before)
            self.known.show(shown)
            self.copies[key] = (answer.headers["ETag"], shown[1])
        if answer.status == 304 and self.copies[key][1] < before.get(key, 1):
            raise Wrong(f"304 for edition {self.copies[key][1]}, though {before[key]} was published")
        return self._status(answer)

    def _held(self) -> str:
        """Asked whether the copy that it has still holds, which is as new as the reader knows."""
        key = self.random.choice(list(self.copies)) if self.copies else self._key()
        tag, _ = self.copies.get(key, ("", 0))
        return self._record({"If-None-Match": tag} if tag else {}, key)

    def _plain(self, address: str, judge: Judge) -> str:
        before = self._before()
        answer, body = self._get(address)
        if answer.status == 200:
            for shown in judge(body, before):
                self.known.show(shown)
        return self._status(answer)

    def _get(self, address: str, headers: dict[str, str] | None = None) -> tuple[HTTPResponse, str]:
        was_open = self.connection.sock is not None
        try:
            return self._got(address, headers or {})
        except (RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self.connection.close()
            # A server may close a connection that it keeps at any time: then one asks anew.
            if not was_open:
                raise
            self.tally.note("asked anew")
            return self._got(address, headers or {})

    def _got(self, address: str, headers: dict[str, str]) -> tuple[HTTPResponse, str]:
        self.connection.request("GET", address, headers=headers)
        answer = self.connection.getresponse()
        return answer, answer.read().decode()

    def _status(self, answer: HTTPResponse) -> str:
        if answer.status == 503 and "Retry-After" not in answer.headers:
            raise Wrong("503 without Retry-After")
        if answer.status not in (200, 304, 503):
            raise Wrong(f"status {answer.status}")
        return str(answer.status)

    def _key(self) -> str:
        return self.random.choices(self.keys, self.popularity)[0]

    def _before(self) -> Before:
        return dict(self.known.published)
