"""What happens at the door is written to the log of sign-ins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_out
from django.db.models.signals import pre_save
from django.http import HttpRequest

from archive.callers import address_of
from incidents.door.factors import factors_of, has_shown, note_gone, note_shown, words_for
from incidents.door.networks import network_of
from incidents.door.sessions import end, keep_the_network_alone
from incidents.models import SignIn, SignInKind


def listen() -> None:
    """From now on every sign-in, and every change to how somebody comes in, is noted."""
    account.user_logged_in.connect(_logged_in)
    user_logged_out.connect(_logged_out)
    mfa.authenticator_added.connect(_added)
    mfa.authenticator_removed.connect(_removed)
    mfa.authenticator_used.connect(_shown)
    pre_save.connect(keep_the_network_alone, sender=UserSession)
    for signal, kind in (
        (account.password_changed, SignInKind.PASSWORD_CHANGED),
        (account.password_set, SignInKind.PASSWORD_CHANGED),
        (account.password_reset, SignInKind.PASSWORD_RESET),
        (mfa.authenticator_reset, SignInKind.CODES_RENEWED),
        (mfa.authentication_failed, SignInKind.FACTOR_REFUSED),
    ):
        signal.connect(_noting(kind), weak=False)


def refused(request: HttpRequest, name: str) -> None:
    """Somebody gave a name and a password that do not let them in."""
    _note(SignInKind.REFUSED, request, User.objects.filter(username__iexact=name).first())


def _note(kind: SignInKind, request: HttpRequest, user: User | None, detail: str = "") -> None:
    SignIn.objects.note(kind, user, network=network_of(address_of(request)), detail=detail)


def _noting(kind: SignInKind) -> Callable[..., None]:
    def noted(sender: Any, request: HttpRequest, user: User, **more: Any) -> None:
        _note(kind, request, user)

    return noted


def _logged_in(sender: Any, request: HttpRequest, user: User, **more: Any) -> None:
    _note(SignInKind.LOGGED_IN, request, user, "with a second factor" if has_shown(request) else "")


def _logged_out(sender: Any, request: HttpRequest, user: User | None, **more: Any) -> None:
    if user is not None:
        _note(SignInKind.LOGGED_OUT, request, user)


def _shown(sender: Any, request: HttpRequest, user: User, **more: Any) -> None:
    note_shown(request, user)


def _added(sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **more: Any) -> None:
    """Other sessions began without a second factor, so the first one ends them."""
    _note(SignInKind.FACTOR_ADDED, request, user, words_for(authenticator))
    if not has_shown(request):
        _end_others(request, user)
    note_shown(request, user)


def _removed(
    sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **more: Any
) -> None:
    """Without any second factor left, no session has shown one."""
    _note(SignInKind.FACTOR_REMOVED, request, user, words_for(authenticator))
    if not factors_of(user).exists():
        _end_others(request, user)
        note_gone(request)


def _end_others(request: HttpRequest, user: User) -> None:
    others = UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key)
    end(others, by=user, network=network_of(address_of(request)))
