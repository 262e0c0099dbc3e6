"""The answer to who tried too often: it says when to try again.

allauth counts the attempts, by the rates that it calls limits:
https://docs.allauth.org/en/latest/account/rate_limits.html
"""

from __future__ import annotations

import time
from typing import Any

from allauth.core.internal.ratelimit import Rate, get_cache_key, get_rates
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from incidents.door.waiting import in_words, seconds_left

APP = "allauth.account"
#: What allauth calls the attempts at each address that it refuses with a page of its own.
ACTIONS = {
    "account_login": "login",
    "account_reset_password": "reset_password",
    "account_reset_password_from_key": "reset_password_from_key",
    "account_change_password": "change_password",
    "account_reauthenticate": "reauthenticate",
    "mfa_reauthenticate": "reauthenticate",
    "mfa_reauthenticate_webauthn": "reauthenticate",
}
#: What it calls names and codes that were not right, which its forms refuse, and the mark of that refusal.
FAILED, REFUSED = "login_failed", "too_many_login_attempts"


def too_many(request: HttpRequest) -> HttpResponse:
    """The page that refuses, with the seconds after which it would not."""
    seconds = _seconds(request)
    return _later(render(request, "429.html", {"wait": in_words(seconds)}, status=429), seconds)


def as_refusal(response: HttpResponse, form: Any) -> HttpResponse:
    """A form's answer as what it is, where the form refuses because too many attempts failed."""
    errors = [error for found in form.errors.as_data().values() for error in found]
    if all(error.code != REFUSED for error in errors):
        return response
    response.status_code = 429
    return _later(response, _longest(FAILED))


def _later(response: HttpResponse, seconds: int) -> HttpResponse:
    response.headers["Retry-After"] = str(seconds)
    return response


def _seconds(request: HttpRequest) -> int:
    match = request.resolver_match
    action = ACTIONS.get(match.url_name or "", "") if match else ""
    waits = [_left(request, action, rate) for rate in get_rates(app=APP, action=action)]
    return max(waits, default=0) or _longest(action or "login")


def _left(request: HttpRequest, action: str, rate: Rate) -> int:
    if rate.per == "user" and not request.user.is_authenticated:
        return 0
    # What is counted by a key here are mails to one address.
    name = request.POST.get("email", "").strip().lower()
    key = get_cache_key(request, app=APP, action=action, rate=rate, key=name)
    return seconds_left(cache.get(key, []), rate.amount, rate.duration, time.time())


def _longest(action: str) -> int:
    return int(max(rate.duration for rate in get_rates(app=APP, action=action)))
