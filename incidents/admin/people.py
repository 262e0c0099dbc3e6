"""The people of the desk. A password that somebody else sets is told in the log of sign-ins."""

from __future__ import annotations

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.shortcuts import redirect

from archive.callers import address_of
from incidents.admin.asked import key_in
from incidents.admin.forgetting import ForgettingAdmin
from incidents.door.networks import network_of
from incidents.door.sessions import end
from incidents.models import SignIn, SignInKind

admin.site.unregister(User)


@admin.register(User)
class PersonAdmin(ForgettingAdmin):
    """Everybody looks after their own password; of others it is set anew, which logs them out everywhere."""

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Without the password, of which the stock page shows a part, for who may not set it."""
        given = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return given
        return [(title, {**part, "fields": _without_password(part["fields"])}) for title, part in given]

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> Any:
        if key_in(id) == request.user.pk:
            return redirect("account_change_password")
        answer = super().user_change_password(request, id, form_url)
        if request.method == "POST" and answer.status_code == 302:
            self._tell(request, User.objects.get(pk=id))
        return answer

    def _tell(self, request: HttpRequest, user: User) -> None:
        by: Any = request.user
        network = network_of(address_of(request))
        SignIn.objects.note(SignInKind.PASSWORD_CHANGED, user, by=by, network=network)
        end(UserSession.objects.filter(user=user), by=by, network=network)


def _without_password(fields: Any) -> tuple[Any, ...]:
    return tuple(name for name in fields if name != "password")
