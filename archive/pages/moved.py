"""Addresses of what was merged into something else: they lead on, as long as the merge stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase

from archive.addresses import entity_path
from archive.catalogue import target_of
from archive.multilingual import here

View = Callable[[HttpRequest, str], HttpResponse]


def onwards(request: HttpRequest, path: str, anchor: str = "") -> HttpResponsePermanentRedirect:
    """301 to the page at this plain path in the language at hand, with the question that was asked.

    A merge can be undone, so browsers ask each time.

    An anchor of the address asked for would be carried over and lead astray, unless one is given.
    """
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(
        here(path) + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")
    )
    response["Cache-Control"] = "public, no-cache"
    return response


def leading_on(kind: str) -> Callable[[View], Callable[..., HttpResponseBase]]:
    """A page of an entity of the list `kind`; it leads on where the entity was merged into another."""

    def decorate(view: View) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def answer(request: HttpRequest, key: str) -> HttpResponseBase:
            try:
                return view(request, key)
            except Http404:
                now = target_of(kind, key)
                if now is None:
                    raise
                return onwards(request, entity_path(kind, now))

        return answer

    return decorate
