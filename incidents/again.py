"""The pages on which a form that was not accepted is kept: log in again, send it again."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.csrf import csrf_failure
from django.views.decorators.cache import never_cache

from incidents.unsent import KEPT, Unsent, is_from_here, read, sign, unsent

LOG_IN = "desk/log_in_again.html"
LOGGED_IN = "You are logged in again; your form is kept"
STALE = "Your form is kept"


@never_cache
def ask_to_log_in(request: HttpRequest, form: Unsent) -> HttpResponse:
    """The login form, which carries the form that was not accepted."""
    context = {
        **admin.site.each_context(request),
        "title": "Log in again",
        "form": LoginForm(request=request),
        "next": reverse("admin:index"),
        **carried(form),
    }
    return TemplateResponse(request, LOG_IN, context, status=403)


def carried(form: Unsent) -> dict[str, Any]:
    """What the template of the login form needs to carry it."""
    return {"kept": sign(form), "kept_name": KEPT, "files": form.files}


@never_cache
def offer(request: HttpRequest, form: Unsent, title: str) -> HttpResponse:
    """The form with a fresh token, to be sent again by whoever is logged in now, or not."""
    context = {**admin.site.each_context(request), "title": title, "form": form, "is_stale": title == STALE}
    return TemplateResponse(request, "desk/send_again.html", context)


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What a form gets whose token is not that of the session: its sender logged in anew meanwhile.

    It is kept only where the browser says that it comes from a page of the desk itself, so that no other
    site can have a form offered here.
    """
    form = (unsent(request) or read(request.POST.get(KEPT, ""))) if is_from_here(request) else None
    if form is None:
        return csrf_failure(request, reason=reason)
    return offer(request, form, STALE) if admin.site.has_permission(request) else ask_to_log_in(request, form)
