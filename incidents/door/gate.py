"""The gate: who does not belong to the desk stays out, and who may publish shows a second factor first."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from archive.health import Answer
from incidents.door.factors import factors_of, has_shown
from incidents.door.rule import Passage, is_open, is_own, passage
from incidents.unsent import KEPT, sign, unsent

KEPT_MEANWHILE = "What you typed is kept, and can be sent as soon as you have done this."
TOO_LONG = "What you typed is too long to be kept. Do this in another tab, then go back and send it again."
#: The page on which somebody does what they must do before they go on.
PAGES = {
    Passage.STAYS_OUT: "account_login",
    Passage.SHOWS: "mfa_reauthenticate",
    Passage.SETS_UP: "mfa_index",
}


class Gate:
    """Middleware for the addresses of the desk; no other one is looked at."""

    def __init__(self, onward: Answer) -> None:
        self._onward = onward

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._onward(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, options: Any) -> HttpResponse | None:
        match = request.resolver_match
        if match is None or not (match.app_name == "admin" or is_own(match.url_name)):
            return None
        how_far = passage_of(request)
        if match.app_name == "admin":
            # The desk itself sends strangers to the login, with what they typed.
            opens = how_far in (Passage.ENTERS, Passage.STAYS_OUT)
        else:
            opens = is_open(match.url_name, how_far)
        return None if opens else _stopped(request, how_far)


def passage_of(request: HttpRequest) -> Passage:
    """How far the person of this request may go."""
    user: Any = request.user
    return passage(
        belongs=admin.site.has_permission(request),
        may_publish=settings.SECOND_FACTOR_REQUIRED and user.has_perm("incidents.publish_incident"),
        has_shown=has_shown(request),
        has_one=lambda: factors_of(user).exists(),
    )


def _stopped(request: HttpRequest, how_far: Passage) -> HttpResponse:
    """To the page on which the person does what is missing, and on from there to what was asked for."""
    page = reverse(PAGES[how_far])
    kept = _keep_form(request)
    if how_far is Passage.SETS_UP:
        return HttpResponseRedirect(page)
    after = reverse("door_kept") if kept else request.get_full_path()
    return HttpResponseRedirect(f"{page}?{urlencode({'next': after})}")


def _keep_form(request: HttpRequest) -> bool:
    """Let the form of the request wait in the session, if it is one to be kept; whether it does."""
    form = unsent(request)
    text = sign(form) if form else ""
    if text:
        request.session[KEPT] = text
        messages.info(request, KEPT_MEANWHILE)
    elif form:
        messages.warning(request, TOO_LONG)
    return bool(text)
