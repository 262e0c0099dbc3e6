"""The access log tells what was asked for and how long it took, and nothing of who asked."""

from __future__ import annotations

import json
import logging
from datetime import timedelta
from types import SimpleNamespace

from archive.access import LINE, told
from archive.log_lines import JsonOfRequest

ASKED = {
    "REQUEST_METHOD": "GET",
    "RAW_URI": "/incidents/?q=somebody%27s+name",
    "REMOTE_ADDR": "203.0.113.9",
    "HTTP_USER_AGENT": "A browser of its own",
    "HTTP_REFERER": "https://elsewhere.example/",
    "HTTP_COOKIE": "sessionid=secret",
}
ANSWER = SimpleNamespace(status="200 OK", sent=1234, headers=[("X-Request-ID", "0b6a")])
LOGGED = {"method": "GET", "path": "/incidents/", "status": 200, "bytes": 1234, "ms": 12, "request": "0b6a"}


def logged(**asked: str) -> dict[str, object]:
    return told(ANSWER, ASKED | asked, timedelta(milliseconds=12))


def test_of_a_request_the_log_keeps_what_is_nobodys() -> None:
    assert logged() == LOGGED
    assert LINE % logged() == "GET /incidents/ 200 1234 bytes 12 ms"


def test_a_line_break_in_an_address_makes_no_line() -> None:
    assert logged(RAW_URI="/a%0a2026%20ERROR?x")["path"] == "/a%0a2026%20ERROR"


def test_the_address_that_sets_a_password_is_not_logged() -> None:
    assert logged(RAW_URI="/desk/password/reset/key/1-abc-def/")["path"] == "/desk/password/reset/key/…/"


def test_for_programs_each_line_is_one_object() -> None:
    line = logging.LogRecord("gunicorn.access", logging.INFO, "", 0, LINE, (logged(),), None)
    line.fields = logged()

    said = json.loads(JsonOfRequest().format(line))

    assert said.pop("time").endswith("+00:00")
    assert said == LOGGED | {
        "level": "info",
        "logger": "gunicorn.access",
        "message": "GET /incidents/ 200 1234 bytes 12 ms",
    }


def test_a_failure_stands_in_the_same_object() -> None:
    try:
        raise KeyError("missing")
    except KeyError as error:
        failure = (KeyError, error, error.__traceback__)
    line = logging.LogRecord("archive", logging.ERROR, "", 0, "It failed\nbadly", (), failure)

    written = JsonOfRequest().format(line)

    assert len(written.splitlines()) == 1
    assert json.loads(written)["error"].endswith("KeyError: 'missing'")
