"""Refusals: 400 with the reasons, 404, and 410 for what is closed, always as JSON."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import exception_handler

from archive.addresses import absolute
from archive.answers import Gone, Moved, Refusal
from archive.filters import BadFilter
from archive.models import Edition


class Closed(Exception):
    """What was asked for was published and is closed now, by this edition."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(str(edition))
        self.edition = edition


class MovedOn(Exception):
    """What was asked for was merged into something else: in its address, `old` has become `new`."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(f"{old} → {new}")
        self.old, self.new = old, new


def answer_to(error: Exception, context: dict[str, Any]) -> Response | None:
    """What REST framework answers when a view raises `error`."""
    match error:
        case BadFilter():
            refusal = Refusal(detail="The parameters cannot be followed.", errors=error.errors)
            return Response(refusal.model_dump(), status=400)
        case TooManyFieldsSent():
            return Response(Refusal(detail="There are too many parameters.").model_dump(), status=400)
        case Closed():
            return Response(_gone(error.edition).model_dump(mode="json"), status=410)
        case MovedOn():
            return _moved(error, context["request"])
        case _:
            return exception_handler(error, context)


def _gone(edition: Edition) -> Gone:
    what = "This incident was retracted." if edition.is_retraction else "This edition was redacted."
    return Gone(
        detail=what,
        reason=edition.closed_because,
        closed_at=edition.redacted_at or edition.published_at,
    )


def _moved(error: MovedOn, request: Request) -> Response:
    """301 to the same question asked of what it was merged into. A merge can be undone: ask each time."""
    address = absolute(request.get_full_path().replace(error.old, error.new, 1), settings.SITE_URL)
    answer = Moved(detail="This was merged into another.", url=address)
    return Response(
        answer.model_dump(), status=301, headers={"Location": address, "Cache-Control": "public, no-cache"}
    )
