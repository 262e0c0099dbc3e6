"""The answer 503: nothing is wrong with what was asked, and it may be asked again in a while.

Its page needs nothing that may be broken: no database, no context and no tag.
"""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from archive.answers import Refusal

#: https://www.rfc-editor.org/rfc/rfc9457#section-3
PROBLEM = "application/problem+json"
API = "/api/"

DATABASE = "The database does not answer at the moment. Please ask again in a while."
CROWD = "Too many ask at once. Please ask again in a while."
FAILURE = "Something broke on our side. Please ask again in a while."


def unavailable(request: HttpRequest, why: str, seconds: int) -> HttpResponse:
    """A page, or for the API a problem in JSON, with the number of seconds after which to ask again."""
    answer = told(request, 503, why)
    answer.headers["Retry-After"] = str(seconds)
    return answer


def told(request: HttpRequest, status: int, why: str) -> HttpResponse:
    """The page of this status, which says its own words; for the API a problem in JSON, which says why."""
    if request.path_info.startswith(API):
        refusal = Refusal(title=HTTPStatus(status).phrase, status=status, detail=why)
        answer = HttpResponse(refusal.model_dump_json(), PROBLEM, status)
    else:
        answer = HttpResponse(render_to_string(f"{status}.html"), status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
