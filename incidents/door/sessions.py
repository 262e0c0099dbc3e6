"""The sessions of people at the desk: each of their browsers, and how it is logged out from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.utils import timezone

from incidents.door.networks import network_of
from incidents.models import SignIn, SignInKind


def end(sessions: Iterable[UserSession], *, by: User | None, network: str = "") -> int:
    """End these sessions, and note each; `by` is who did it, None for a command. How many there were."""
    ended = list(sessions)
    for session in ended:
        session.end()
        other = None if by == session.user else by
        SignIn.objects.note(SignInKind.SESSION_ENDED, session.user, by=other, network=network)
    return len(ended)


def forget_ended() -> None:
    """Delete what was kept of sessions that are over."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    UserSession.objects.exclude(session_key__in=alive).delete()


def keep_the_network_alone(sender: Any, instance: UserSession, **more: Any) -> None:
    """Before a session is stored: of the address it keeps what `network_of` keeps."""
    instance.ip = network_of(instance.ip).partition("/")[0] or instance.ip
