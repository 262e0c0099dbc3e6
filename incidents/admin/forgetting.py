"""The page on which somebody's second factor is forgotten, and what the person's page says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.callers import address_of
from incidents.admin.asked import key_in
from incidents.door.factors import words_for
from incidents.door.forgetting import MAY_FORGET, forget_second_factor, may_forget
from incidents.door.networks import network_of

if TYPE_CHECKING:
    Page = UserAdmin[User]
else:
    Page = UserAdmin

NAME = "auth_user_forget_second_factor"
NONE = "none is set up"
#: The mail that tells its owner, by the beginning of its templates' names.
MAIL = "mfa/email/second_factor_forgotten"


class ForgettingAdmin(Page):
    """A person's page, which says what second factor there is, and leads to where it is forgotten."""

    def get_urls(self) -> list[Any]:
        forget = self.admin_site.admin_view(self.forget_view)
        return [path("<id>/forget-second-factor/", forget, name=NAME), *super().get_urls()]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        given = super().get_readonly_fields(request, obj)
        return (*given, self._shown(request, obj)) if obj else given

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        given = super().get_fieldsets(request, obj)
        return [*given, ("Coming in", {"fields": (self._shown(request, obj),)})] if obj else given

    def _shown(self, request: HttpRequest, of: User | None) -> str:
        able = of is not None and may_forget(request.user, of)  # type: ignore[arg-type]
        return "second_factor_to_forget" if able else "second_factor"

    @admin.display(description="second factor")
    def second_factor(self, user: User) -> str:
        found = Authenticator.objects.filter(user=user).order_by("pk")
        return ", ".join(map(words_for, found)) or NONE

    @admin.display(description="second factor")
    def second_factor_to_forget(self, user: User) -> SafeString | str:
        words = self.second_factor(user)
        if words == NONE:
            return words
        address = reverse(f"admin:{NAME}", args=[user.pk])
        return format_html('{}. <a href="{}">Forget it …</a>', words, address)

    def forget_view(self, request: HttpRequest, id: str) -> HttpResponse:
        """Whom it may not be done to, or not by this person, is told so before any password is asked for."""
        if not request.user.has_perm(MAY_FORGET):
            raise PermissionDenied
        of = User.objects.filter(pk=key_in(id) or 0).first()
        if of is None:
            raise Http404("There is nobody of this address.")
        if of == request.user:
            messages.info(
                request, "You look after your own here; where it is lost, somebody else forgets it."
            )
            return redirect("mfa_index")
        if not may_forget(request.user, of):  # type: ignore[arg-type]
            raise PermissionDenied
        return self._confirmed(request, of)

    @method_decorator(reauthentication_required)
    def _confirmed(self, request: HttpRequest, of: User) -> HttpResponse:
        """Whoever has just given their password once more is asked, and then does it."""
        return self._forget(request, of) if request.method == "POST" else self._asked(request, of)

    def _forget(self, request: HttpRequest, of: User) -> HttpResponse:
        by: Any = request.user
        forget_second_factor(of, by=by, network=network_of(address_of(request)))
        self.log_change(request, of, "Forgot the second factor.")
        get_adapter(request).send_notification_mail(MAIL, of, {"by": by})
        words = f"{of} logs in with the password alone now, and then sets up a new second factor."
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:auth_user_change", args=[of.pk]))

    def _asked(self, request: HttpRequest, of: User) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": of,
            "title": "Forget a second factor",
            "factors": self.second_factor(of),
            "is_told": settings.SENDS_MAIL and bool(of.email),
            "change_address": reverse("admin:auth_user_change", args=[of.pk]),
            "list_address": reverse("admin:auth_user_changelist"),
        }
        return render(request, "desk/door/forget.html", context)
