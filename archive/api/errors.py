"""Refusals: 400 with the reasons, 404, and 410 for what is closed, always as JSON."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import TooManyFieldsSent
from rest_framework.response import Response
from rest_framework.views import exception_handler

from archive.answers import Gone, Refusal
from archive.filters import BadFilter
from archive.models import Edition


class Closed(Exception):
    """What was asked for was published and is closed now, by this edition."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(str(edition))
        self.edition = edition


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
        case _:
            return exception_handler(error, context)


def _gone(edition: Edition) -> Gone:
    what = "This incident was retracted." if edition.is_retraction else "This edition was redacted."
    return Gone(
        detail=what,
        reason=edition.closed_because,
        closed_at=edition.redacted_at or edition.published_at,
    )
