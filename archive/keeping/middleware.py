"""Answers that hold are given from memory; pages say which of theirs may be kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page

from archive import meters
from archive.keeping.answers import Answers, name_of
from archive.keeping.newest import newest_change, while_it_is
from archive.rates import is_spent

Onward = Callable[[HttpRequest], HttpResponseBase]
Response = TypeVar("Response", bound=HttpResponseBase)
Asked = ParamSpec("Asked")

#: Conditions other than a tag are for the view to judge, and by a key requests are counted.
FOR_THE_VIEW = (
    *("HTTP_AUTHORIZATION", "HTTP_IF_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE"),
    "HTTP_RANGE",
)


class Kept:
    """Middleware around whatever packs answers, so that none is packed twice."""

    def __init__(self, onward: Onward) -> None:
        self.onward = onward
        self.answers = Answers()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method != "GET" or settings.DEBUG or not request.META.keys().isdisjoint(FOR_THE_VIEW):
            return self.onward(request)
        name = name_of(request)
        is_counted = self.answers.was_asked(name)
        if is_counted is None:
            return self._noted(name, self.onward(request))
        # Who asked too often is refused without a question to the database.
        return self.onward(request) if is_counted and is_spent(request) else self._again(name, request)

    def _noted(self, name: str, response: HttpResponseBase) -> HttpResponseBase:
        self.answers.note(name, response)
        return response

    def _again(self, name: str, request: HttpRequest) -> HttpResponseBase:
        try:
            state = newest_change()
        except (OperationalError, InterfaceError):
            # The view meets the same, and what becomes of it then is decided elsewhere.
            return self.onward(request)
        kept = self.answers.find(name, state)
        meters.kept("answers", kept is not None)
        if kept and (again := kept.again(request)):
            return again
        with while_it_is(state):
            response = self.onward(request)
        self.answers.store(name, state, request, response)
        return response


def keep(response: Response) -> Response:
    """Say that the answer follows from the editions alone, and is the same for everybody."""
    response.may_be_kept = True  # type: ignore[attr-defined]
    return response


def for_everybody(view: Callable[Asked, HttpResponseBase]) -> Callable[Asked, HttpResponseBase]:
    """A page that may be kept: here, by proxies and by browsers, who ask each time whether it still holds."""

    @wraps(view)
    def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> HttpResponseBase:
        return keep(view(*args, **kwargs))

    tagged: Any = conditional_page(cache_control(public=True, no_cache=True)(answer))
    return wraps(view)(tagged)
