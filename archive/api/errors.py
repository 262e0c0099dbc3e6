"""Refusals: 400 with the reasons, 404, and 410 for what is closed, always as JSON that says what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import exception_handler

from archive.addresses import absolute
from archive.answers import Gone, Moved, Problem, Refusal
from archive.api.offers import NotOffered
from archive.bundle import ClosedEdition
from archive.filters import BadFilter
from archive.models import Edition
from archive.releases import Closings

#: https://www.rfc-editor.org/rfc/rfc9457#section-3
PROBLEM = "application/problem+json"


class Closed(Exception):
    """What was asked for was published and is closed now, by this edition."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(str(edition))
        self.edition = edition


class ClosedItself(Exception):
    """An edition was asked for that nobody may read any more; `closing` closes it, or it itself does."""

    def __init__(self, edition: Edition, closing: Edition) -> None:
        super().__init__(str(edition))
        self.edition, self.closing = edition, closing


class GoneEdition(Gone):
    """An edition that was published and is closed, with what may be known of it: no word of its record."""

    edition: ClosedEdition


class MovedOn(Exception):
    """What was asked for was merged into something else: in its address, `old` has become `new`."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(f"{old} → {new}")
        self.old, self.new = old, new


def answer_to(error: Exception, context: dict[str, Any]) -> Response | None:
    """What REST framework answers when a view raises `error`."""
    match error:
        case BadFilter():
            return _problem(_refusal(400, "The parameters cannot be followed.", error.errors))
        case TooManyFieldsSent():
            return _problem(_refusal(400, "There are too many parameters."))
        case NotOffered():
            return _problem(_refusal(406, str(error)))
        case Closed():
            return _problem(_gone(error.edition))
        case ClosedItself():
            return _problem(_gone_itself(error))
        case MovedOn():
            return _moved(error, context["request"])
        case _:
            return _in_our_form(exception_handler(error, context))


def _in_our_form(response: Response | None) -> Response | None:
    """What REST framework itself refuses; None is an error of ours."""
    if response is None:
        return None
    refused = _problem(_refusal(response.status_code, str(response.data["detail"])))
    refused.headers = response.headers
    refused.headers["Content-Type"] = PROBLEM
    return refused


def _problem(problem: Problem) -> Response:
    return Response(problem.model_dump(mode="json"), status=problem.status, content_type=PROBLEM)


def _refusal(status: int, detail: str, errors: Mapping[str, Sequence[str]] | None = None) -> Refusal:
    listed = {name: list(reasons) for name, reasons in (errors or {}).items()}
    return Refusal(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=listed)


def _gone(edition: Edition) -> Gone:
    return Gone(
        title=HTTPStatus.GONE.phrase,
        status=HTTPStatus.GONE,
        detail="This incident was retracted." if edition.is_retraction else "This edition was redacted.",
        reason=edition.closed_because,
        closed_at=edition.redacted_at or edition.published_at,
    )


def _gone_itself(error: ClosedItself) -> GoneEdition:
    said = Closings([error.edition]).said(error.edition, error.closing)
    return GoneEdition(**_gone(error.closing).model_dump(), edition=said)


def _moved(error: MovedOn, request: Request) -> Response:
    """301 to the same question asked of what it was merged into. A merge can be undone: ask each time."""
    path, mark, query = request.get_full_path().partition("?")
    # What ends in a format, “/incidents/k7m2qa.csv”, has no slash there.
    for end in "/.":
        path = path.replace(f"{error.old[:-1]}{end}", f"{error.new[:-1]}{end}", 1)
    address = absolute(path + mark + query, settings.SITE_URL)
    answer = Moved(detail="This was merged into another.", url=address)
    return Response(
        answer.model_dump(), status=301, headers={"Location": address, "Cache-Control": "public, no-cache"}
    )
