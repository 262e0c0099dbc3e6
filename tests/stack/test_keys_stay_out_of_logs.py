"""A link that sets a new password is in no log of the server, whatever comes of it."""

from __future__ import annotations

import http.client
import logging
import os
import re
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from archive.log_lines import LineOfRequest, without_keys
from tests.environment import ROOT, SECRET_KEY, variables

LINK = "/desk/password/reset/key/3-dc8f2a-0123456789abcdef/"
LISTENING = re.compile(r"Listening at: http://(\S+)")


def log_of_server(folder: Path, address: str, **own: str) -> str:
    """All that gunicorn says while it is asked for this address, on a database without tables."""
    inherited = {name: value for name, value in os.environ.items() if name not in variables()}
    own |= {"ACCESS_LOG": "1", "WEB_CONCURRENCY": "1", "SECRET_KEY": SECRET_KEY}
    surroundings = inherited | own | {"DATABASE_URL": f"sqlite:///{folder}/empty.sqlite3"}
    command = [sys.executable, "-m", "gunicorn", "--config", "python:archive.server"]
    command += ["--bind", "127.0.0.1:0", "archive.wsgi"]
    with (folder / "log").open("w+") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=log, stderr=log)
        try:
            _ask(folder / "log", address)
        finally:
            server.terminate()
            server.wait(timeout=60)
    return (folder / "log").read_text("utf-8")


def _ask(log: Path, address: str) -> None:
    for _ in range(600):
        if found := LISTENING.search(log.read_text("utf-8")):
            break
        time.sleep(0.1)
    else:
        raise AssertionError(log.read_text("utf-8"))
    with closing(http.client.HTTPConnection(found[1], timeout=60)) as connection:
        connection.request("GET", address)
        assert connection.getresponse().read()


def test_neither_the_log_of_requests_nor_that_of_errors_holds_the_key(tmp_path: Path) -> None:
    log = log_of_server(tmp_path, LINK)

    assert "dc8f2a" not in log
    assert "GET /desk/password/reset/key/…/ 503" in log
    assert "Service Unavailable: /desk/password/reset/key/…/" in log


def test_what_is_logged_for_developers_holds_no_key_either_and_says_nothing_twice(tmp_path: Path) -> None:
    log = log_of_server(tmp_path, LINK, DEBUG="1")

    assert "dc8f2a" not in log
    assert log.count("Internal Server Error: /desk/password/reset/key/…/") == 1


@pytest.mark.parametrize(
    "text",
    ["", "/desk/password/reset/", "/desk/password/reset/key/", "/desk/incidents/", "reset/key/3-dc8f2a/"],
)
def test_all_else_stays_as_it_is(text: str) -> None:
    assert without_keys(text) == text


def test_a_key_in_what_was_raised_is_left_out_too() -> None:
    try:
        raise ValueError(f"What is at {LINK}?")
    except ValueError:
        raised = sys.exc_info()
    record = logging.LogRecord("a", logging.ERROR, "", 0, "Not found: %s", (LINK,), raised)

    assert "dc8f2a" not in LineOfRequest().format(record)
