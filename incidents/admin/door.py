"""The desk's pages of who came in and what they did: read by curators, written by nobody."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.callers import address_of
from incidents.admin.page import PageAdmin
from incidents.door.browsers import browser_in_words
from incidents.door.networks import network_of
from incidents.door.sessions import end
from incidents.models import SignIn

# Their rows hold secrets, and everybody looks after their own.
for model in (EmailAddress, Authenticator, UserSession):
    admin.site.unregister(model)


class WrittenAdmin(PageAdmin):
    """Rows that are written by what happens: not even a superuser adds, changes or deletes one."""

    actions: Any = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(SignIn)
class SignInAdmin(WrittenAdmin):
    """The log of sign-ins."""

    list_display = ("who", "kind", "at", "detail", "by", "network")
    list_filter = ("kind",)
    search_fields = ("=name",)
    shown_beside = ("by",)
    fields = ("at", "name", "kind", "detail", "by", "network")

    @admin.display(description="who", ordering="name")
    def who(self, row: SignIn) -> str:
        return row.name or "somebody unknown here"


@admin.register(LogEntry)
class ActAdmin(WrittenAdmin):
    """Django's own log of what was added, changed and deleted at the desk."""

    list_display = ("user", "act", "content_type", "object_repr", "what", "action_time")
    list_filter = ("action_flag",)
    search_fields = ("=user__username", "object_repr")
    shown_beside = ("user", "content_type")
    fields = ("action_time", "user", "act", "content_type", "object_repr", "what")

    @admin.display(description="act", ordering="action_flag")
    def act(self, row: LogEntry) -> str:
        return row.get_action_flag_display()

    @admin.display(description="what")
    def what(self, row: LogEntry) -> str:
        return row.get_change_message()


@admin.register(UserSession)
class SessionAdmin(WrittenAdmin):
    """The sessions of everybody; a curator ends those that should be over."""

    actions = ("end_sessions",)
    list_display = ("user", "created_at", "network", "browser")
    search_fields = ("=user__username",)
    shown_beside = ("user",)
    fields = ("user", "created_at", "network", "browser", "user_agent")

    @admin.display(description="from", ordering="ip")
    def network(self, session: UserSession) -> str:
        return str(session.ip)

    @admin.display(description="browser", ordering="user_agent")
    def browser(self, session: UserSession) -> str:
        return browser_in_words(session.user_agent)

    def has_end_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("usersessions.delete_usersession")

    @admin.action(description="End the chosen sessions", permissions=["end"])
    def end_sessions(self, request: HttpRequest, chosen: QuerySet[UserSession]) -> None:
        number = end(chosen, by=request.user, network=network_of(address_of(request)))  # type: ignore[arg-type]
        self.message_user(request, f"Sessions ended: {number}.", messages.SUCCESS)
