"""The pages of the door that do more than allauth's: a form that was kept goes through all of them."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.logout import logout
from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from archive.callers import address_of
from incidents.admin.asked import key_in
from incidents.again import LOG_IN, LOGGED_IN, carried, offer
from incidents.door.gate import passage_of
from incidents.door.networks import network_of
from incidents.door.refusing import as_refusal
from incidents.door.rule import Passage
from incidents.door.sessions import end
from incidents.models import SignIn
from incidents.unsent import KEPT, Unsent, read

#: So many of one's own sign-ins are listed.
LISTED = 100
UNREADABLE = "The form that was kept cannot be read any more: enter it again."


class Login(LoginView):  # type: ignore[misc]
    """Name and password. A form that was kept travels with them, and waits in the session after them."""

    def get(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        if admin.site.has_permission(request):
            return HttpResponseRedirect(self.get_success_url() or reverse("admin:index"))
        return super().get(request, *args, **options)  # type: ignore[no-any-return]

    def form_valid(self, form: Any) -> HttpResponse:
        text = self.request.POST.get(KEPT, "")
        response: HttpResponse = super().form_valid(form)
        if text and read(text) is None:
            messages.warning(self.request, UNREADABLE)
        elif text:
            self.request.session[KEPT] = text
        return _offered(self.request) or response

    def form_invalid(self, form: Any) -> HttpResponse:
        return as_refusal(super().form_invalid(form), form)

    def get_template_names(self) -> list[str]:
        return [LOG_IN] if self._kept() else super().get_template_names()

    def get_context_data(self, **options: Any) -> dict[str, Any]:
        form = self._kept()
        context: dict[str, Any] = super().get_context_data(**options)
        return {**context, "title": "Log in", **(carried(form) if form else {})}

    def _kept(self) -> Unsent | None:
        text = self.request.POST.get(KEPT, "")
        return read(text) if text else None


class ShowSecondFactor(AuthenticateView):  # type: ignore[misc]
    """The second factor, after name and password."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        return _offered(self.request) or response

    def form_invalid(self, form: Any) -> HttpResponse:
        return as_refusal(super().form_invalid(form), form)


class Sessions(ListUserSessionsView):  # type: ignore[misc]
    """The person's own sessions: one of them is ended, or all but this one."""

    def post(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        own = UserSession.objects.filter(user=request.user)
        here = request.session.session_key
        named = request.POST.get("session", "")
        chosen = own.filter(pk=key_in(named) or 0) if named else own.exclude(session_key=here)
        ends_here = chosen.filter(session_key=here).exists()
        number = end(chosen, by=request.user, network=network_of(address_of(request)))  # type: ignore[arg-type]
        if ends_here:
            logout(request)
        messages.success(request, f"Sessions ended: {number}.")
        return HttpResponseRedirect(reverse("usersessions_list"))


def _offered(request: HttpRequest) -> HttpResponse | None:
    """The form that waits in the session, for who may send it; None where there is none, or not yet."""
    enters = admin.site.has_permission(request) and passage_of(request) is Passage.ENTERS
    if not enters or KEPT not in request.session:
        return None
    form = read(request.session.pop(KEPT))
    return None if form is None else offer(request, form, LOGGED_IN)


@never_cache
def kept(request: HttpRequest) -> HttpResponse:
    """The form that waits until its sender has set up, or shown, a second factor."""
    return _offered(request) or HttpResponseRedirect(reverse("admin:index"))


@never_cache
def sign_ins(request: HttpRequest) -> HttpResponse:
    """The log of sign-ins, as far as it tells of the person who reads it."""
    own = SignIn.objects.filter(user=request.user).select_related("by")  # type: ignore[misc]
    found = list(own[: LISTED + 1])
    return render(request, "desk/door/sign_ins.html", {"rows": found[:LISTED], "more": len(found) > LISTED})
