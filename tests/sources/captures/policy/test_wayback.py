"""What the Wayback Machine answers, and what follows from it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.captures.policy import Refused
from sources.captures.policy.wayback import Answer, job_in, recent_in, saved_in

SERVICE = "https://web.archive.org"
PAGE = "http://paper.example/blast"
COPY = f"{SERVICE}/web/20261130120000/{PAGE}"


def said(status: int = 200, wait: float | None = None, **read: Any) -> Answer:
    return Answer(status, json.dumps(read).encode(), wait)


def refusal(answer: Answer) -> Refused:
    with pytest.raises(Refused) as told:
        job_in(answer)
    return told.value


def test_a_page_that_is_taken_has_a_job_by_which_it_is_asked_for() -> None:
    assert job_in(said(url=PAGE, job_id="spn2-1a2b")) == "spn2-1a2b"


def test_a_page_that_was_saved_lately_has_none() -> None:
    assert job_in(said(url=PAGE, job_id=None, message="The same snapshot had been made 2 hours ago.")) == ""


def test_a_copy_that_is_there_has_an_address() -> None:
    read = {"status": "success", "timestamp": "20261130120000", "original_url": PAGE}
    assert saved_in(Answer(200, json.dumps(read).encode()), SERVICE) == COPY


def test_there_is_no_address_while_the_page_is_being_saved() -> None:
    assert saved_in(Answer(200, b'{"status": "pending"}'), SERVICE) is None


@pytest.mark.parametrize("location", [f"/web/20261130120000/{PAGE}", COPY, f"/web/20261130120000id_/{PAGE}"])
def test_the_newest_copy_is_the_one_that_is_sent_on_to(location: str) -> None:
    assert recent_in(Answer(302, location=location), SERVICE) == COPY


def test_what_is_not_of_an_address_is_written_in_hexadecimal() -> None:
    answer = Answer(302, location="/web/20261130120000/http://paper.example/<a b>")
    assert recent_in(answer, SERVICE).endswith("/http://paper.example/%3Ca%20b%3E")


@pytest.mark.parametrize(
    ("answer", "words", "again"),
    [
        (Answer(401, b"{}"), "does not take the archive’s key", False),
        (Answer(429, b""), "asked too often", True),
        (Answer(502, b"<html>"), "it answered 502", True),
        (Answer(404, b"{}"), "it answered 404", False),
        (Answer(200, b"<html>"), "cannot be read", True),
        (Answer(200, b"[]"), "cannot be read", True),
        (Answer(200, b'{"job_id": "../user"}'), "cannot be read", True),
        (Answer(200, b'{"job_id": 7}'), "cannot be read", True),
    ],
)
def test_what_goes_wrong_is_told_in_words_and_tried_again_where_that_may_help(
    answer: Answer, words: str, again: bool
) -> None:
    error = refusal(answer)
    assert words in str(error)
    assert error.again_later is again


@pytest.mark.parametrize(
    ("code", "again"),
    [
        ("error:user-session-limit", True),
        ("error:too-many-daily-captures", False),
        ("error:not-found", False),
        (None, False),
    ],
)
def test_the_services_own_words_are_handed_on(code: str | None, again: bool) -> None:
    answer = Answer(200, json.dumps({"status": "error", "status_ext": code, "message": "No\x00."}).encode())
    error = refusal(answer)
    assert str(error).endswith("The service there says: “No.”")
    assert error.again_later is again


def test_the_wait_that_the_service_asks_for_is_known() -> None:
    assert refusal(said(429, 90, message="Wait.")).wait == 90


@pytest.mark.parametrize(
    "location", ["", "/web/1999/http://a.example/", "/web/20261130120000/ftp://a.example/", "x" * 3000]
)
def test_an_address_that_is_none_is_not_taken(location: str) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        recent_in(Answer(302, location=location), SERVICE)


def test_an_address_that_is_too_long_is_not_taken() -> None:
    with pytest.raises(Refused, match="cannot be read"):
        recent_in(Answer(302, location=f"/web/20261130120000/{PAGE}{'a' * 2000}"), SERVICE)


@given(st.integers(100, 599), st.binary() | st.from_regex(r"\{.*\}").map(str.encode), st.text())
def test_any_answer_is_understood_or_refused_in_words(status: int, body: bytes, location: str) -> None:
    answer = Answer(status, body, location=location)
    with suppress(Refused):
        job_in(answer)
    with suppress(Refused):
        saved_in(answer, SERVICE)
    with suppress(Refused):
        recent_in(answer, SERVICE)


any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda each: st.lists(each) | st.dictionaries(st.text(), each),
    max_leaves=5,
)
FIELDS = ("status", "status_ext", "message", "job_id", "timestamp", "original_url")


@given(st.dictionaries(st.sampled_from(FIELDS), any_json | st.sampled_from(["error", "success"])))
def test_any_field_is_understood_or_refused_in_words(read: dict[str, Any]) -> None:
    answer = Answer(200, json.dumps(read).encode())
    with suppress(Refused):
        job_in(answer)
    with suppress(Refused):
        saved_in(answer, SERVICE)
