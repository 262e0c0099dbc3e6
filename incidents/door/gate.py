"""The gate: whoever may publish gets no further than their second factor until it was shown."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from archive.health import Answer
from incidents.door.factors import factors_of, has_shown
from incidents.door.rule import Passage, is_open, is_own, passage
from incidents.unsent import KEPT, sign, unsent

KEPT_MEANWHILE = "What you typed is kept, and can be sent as soon as you have done this."


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
        name = None if match.app_name == "admin" else match.url_name
        return None if is_open(name, how_far) else _to_the_second_factor(request, how_far)


def passage_of(request: HttpRequest) -> Passage:
    """How far the person of this request may go; strangers are for the login."""
    user = request.user
    if not settings.SECOND_FACTOR_REQUIRED or not user.is_authenticated:
        return Passage.ENTERS
    return passage(
        may_publish=user.has_perm("incidents.publish_incident"),
        has_shown=has_shown(request),
        has_one=lambda: factors_of(user).exists(),
    )


def _to_the_second_factor(request: HttpRequest, how_far: Passage) -> HttpResponse:
    form = unsent(request)
    if form is not None:
        request.session[KEPT] = sign(form)
        messages.info(request, KEPT_MEANWHILE)
    if how_far is Passage.SETS_UP:
        return HttpResponseRedirect(reverse("mfa_index"))
    after = reverse("door_kept") if form else request.get_full_path()
    return HttpResponseRedirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': after})}")
