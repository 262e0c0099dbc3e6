"""What the Wayback Machine answers when a page is saved there, and what follows from it.

Its interface is Save Page Now 2: https://docs.google.com/document/d/1Nsv52MvSjbLb2PCpHlat0gkzw0EvtSgpKHu4mk0MnrA
It takes 7 pages a minute from an account and 30,000 a day, and 5 times a day the same page; a page is saved
within 2 minutes, and for an hour the service says what came of it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from archive.record import Url
from sources.captures.policy.addresses import KEPT
from sources.captures.policy.refusal import Refused

#: Seconds between two pages, so that fewer than 7 begin in a minute; one is saved at a time.
APART = 10.0
#: Seconds between two looks at what became of a page, and after which nobody looks any more.
LOOK_AFTER = 10.0
GIVEN_UP_AFTER = 600.0
#: A page that was saved there so lately is not saved anew: so it is saved 4 times a day at most.
RECENT = "6h"

#: What is wrong for now, and not with the page: another try may go better.
PASSING = frozenset(
    f"error:{name}"
    for name in (
        "bad-gateway",
        "browsing-timeout",
        "cannot-fetch",
        "capture-location-error",
        "celery",
        "gateway-timeout",
        "internal-server-error",
        "job-failed",
        "no-browsers-available",
        "proxy-error",
        "protocol-error",
        "read-timeout",
        "service-unavailable",
        "soft-time-limit-exceeded",
        "too-many-requests",
        "user-session-limit",
    )
)
NAME_OF_JOB = re.compile(r"[A-Za-z0-9-]{1,100}")
SAVED_AT = re.compile(r"/web/([0-9]{14})[a-z_]*/(https?://.+)")
#: Characters of what the service says itself.
LONGEST = 300

UNREADABLE = "The Wayback Machine answered something that cannot be read."


@dataclass(frozen=True, slots=True)
class Answer:
    """`wait`: the seconds that it asks for before another try; `location`: where it sends on to, or empty."""

    status: int
    body: bytes = b""
    wait: float | None = None
    location: str = ""


def job_in(answer: Answer) -> str:
    """The name of the job that saves the page; empty where a recent copy is there. Raises Refused."""
    job = _read(answer).get("job_id")
    if not job:
        return ""
    if not isinstance(job, str) or not NAME_OF_JOB.fullmatch(job):
        raise Refused(UNREADABLE, again_later=True)
    return job


def saved_in(answer: Answer, service: str) -> str | None:
    """The address of the copy at the service; None while there is none. Raises Refused."""
    read = _read(answer)
    if read.get("status") != "success":
        return None
    return _copy(f"/web/{read.get('timestamp')}/{read.get('original_url')}", service)


def recent_in(answer: Answer, service: str) -> str:
    """The address of the copy that is sent on to. Raises Refused."""
    _look_at_status(answer, HTTPStatus.FOUND)
    return _copy(answer.location, service)


def _copy(location: str, service: str) -> str:
    found = SAVED_AT.search(location)
    if found is None:
        raise Refused(UNREADABLE, again_later=True)
    try:
        return TypeAdapter(Url).validate_python(f"{service}/web/{found[1]}/{quote(found[2], safe=KEPT)}")
    except ValidationError as error:
        raise Refused(UNREADABLE, again_later=True) from error


def _read(answer: Answer) -> dict[str, Any]:
    try:
        read = json.loads(answer.body)
    except (ValueError, RecursionError):
        read = None
    if isinstance(read, dict) and read.get("status") == "error":
        raise _not_saved(read, answer)
    _look_at_status(answer, HTTPStatus.OK)
    if not isinstance(read, dict):
        raise Refused(UNREADABLE, again_later=True)
    return read


def _not_saved(read: dict[str, Any], answer: Answer) -> Refused:
    code = str(read.get("status_ext") or "")
    said = "".join(each for each in str(read.get("message") or code) if each.isprintable())[:LONGEST]
    words = f"The service there says: “{said}”"
    again = code in PASSING or answer.status == HTTPStatus.TOO_MANY_REQUESTS
    return Refused(words, again_later=again, wait=answer.wait)


def _look_at_status(answer: Answer, wanted: HTTPStatus) -> None:
    if answer.status == wanted:
        return
    if answer.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise Refused(
            "The Wayback Machine does not take the archive’s key: whoever runs the archive must set "
            "WAYBACK_KEY and WAYBACK_SECRET anew."
        )
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        words = "The Wayback Machine was asked too often by this account."
        raise Refused(words, again_later=True, wait=answer.wait)
    words = f"The Wayback Machine did not do as it was asked (it answered {answer.status})."
    raise Refused(words, again_later=answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR, wait=answer.wait)
