"""Each answer carries a number by which its lines in the log are found."""

from __future__ import annotations

import logging
import re

import pytest
from django.test import Client

from archive.log_lines import LineOfRequest

pytestmark = pytest.mark.django_db

HEADER = "X-Request-ID"
NUMBER = "0b6a3a7c95f14d0f9a4bfb1c3c5c0c11"


@pytest.mark.parametrize("path", ["/", "/none/", "/api/v1/", "/api/v1/none/", "/healthz", "/desk/login/"])
def test_each_answer_has_a_number_of_its_own(client: Client, path: str) -> None:
    numbers = {client.get(path)[HEADER] for _ in range(2)}

    assert len(numbers) == 2
    assert all(re.fullmatch("[0-9a-f]{32}", number) for number in numbers)


def test_a_number_that_a_proxy_gave_holds(client: Client) -> None:
    assert client.get("/api/v1/", headers={HEADER: NUMBER})[HEADER] == NUMBER


@pytest.mark.parametrize("given", ["1", "x" * 5000, "a b", "%0a", "<script>"])
def test_what_is_no_number_is_not_taken_for_one(client: Client, given: str) -> None:
    assert client.get("/api/v1/", headers={HEADER: given})[HEADER] != given


def test_lines_in_the_log_carry_the_number(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.setFormatter(LineOfRequest())

    client.get("/none/", headers={HEADER: NUMBER})

    assert f"Not Found: /none/ [{NUMBER}]" in caplog.text


def test_a_line_about_no_request_is_as_it_was() -> None:
    line = logging.LogRecord("archive", logging.INFO, "", 0, "%s is done", ("It",), None)

    assert LineOfRequest().format(line) == "It is done"
