"""The second factors that somebody has set up, and whether this session has shown one."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest

#: In a session: the key of the user who has shown a second factor in it.
SHOWN = "second_factor_of"
#: Recovery codes stand in for a second factor, and are none.
KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

WORDS = {Authenticator.Type.TOTP: "authenticator app", Authenticator.Type.RECOVERY_CODES: "recovery codes"}


def words_for(authenticator: Authenticator) -> str:
    """What it is, for the log; a passkey has a name of its owner's choice."""
    return WORDS.get(authenticator.type) or f"passkey “{authenticator}”"


def factors_of(user: User) -> QuerySet[Authenticator]:
    found: QuerySet[Authenticator] = Authenticator.objects.filter(user=user, type__in=KINDS)
    return found


def has_shown(request: HttpRequest) -> bool:
    """Whether the person of this session has shown a second factor in it, or set one up."""
    return bool(request.session.get(SHOWN) == request.user.pk)


def note_shown(request: HttpRequest, user: User) -> None:
    request.session[SHOWN] = user.pk


def note_gone(request: HttpRequest) -> None:
    request.session.pop(SHOWN, None)
