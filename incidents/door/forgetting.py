"""Forgetting somebody's second factor: for who has lost the telephone, the key and the recovery codes."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.db import transaction

from incidents.door.sessions import end
from incidents.models import SignIn, SignInKind

#: Who may do so at the desk.
MAY_FORGET = "incidents.forget_second_factor"


def may_forget(by: User, of: User) -> bool:
    """Whether one person may do so to another: nobody to themselves, and to superusers superusers alone."""
    return by.pk != of.pk and by.has_perm(MAY_FORGET) and (by.is_superuser or not of.is_superuser)


@transaction.atomic
def forget_second_factor(of: User, *, by: User | None, network: str = "", detail: str = "") -> None:
    """Delete the person's second factors and recovery codes, end all their sessions, and note it.

    `by` is who did it, None for a command.
    """
    Authenticator.objects.filter(user=of).delete()
    end(UserSession.objects.filter(user=of), by=by, network=network)
    SignIn.objects.note(SignInKind.FACTOR_FORGOTTEN, of, by=by, network=network, detail=detail)
