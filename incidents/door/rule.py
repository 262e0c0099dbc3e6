"""Whom the desk lets in, and who has to show a second factor first."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum


class Passage(Enum):
    """How far somebody may go."""

    ENTERS = "enters"
    #: Has given no name and password, or does not belong to the desk.
    STAYS_OUT = "stays out"
    #: May do nothing but show the second factor that is set up.
    SHOWS = "shows"
    #: May do nothing but set one up.
    SETS_UP = "sets up"


#: What the names of the door's own addresses begin with.
OWN = ("account_", "door_", "mfa_", "usersessions_")
#: What may be opened before anybody has logged in.
BEFORE_LOGIN = frozenset(
    {
        "account_login",
        "account_logout",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "mfa_authenticate",
    }
)
#: What may be opened by who has a second factor and has not shown it in this session.
TO_SHOW = frozenset({"account_login", "account_logout", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"})


def passage(*, belongs: bool, may_publish: bool, has_shown: bool, has_one: Callable[[], bool]) -> Passage:
    """How far somebody may go: whoever may publish shows a second factor, in every session, first.

    `belongs`: whether the person is logged in, and one of the desk. `has_one` is asked only where it decides.
    """
    if not belongs:
        return Passage.STAYS_OUT
    if has_shown or not may_publish:
        return Passage.ENTERS
    return Passage.SHOWS if has_one() else Passage.SETS_UP


def is_own(name: str | None) -> bool:
    """Whether an address of that name belongs to the door."""
    return name is not None and name.startswith(OWN)


def is_open(name: str | None, to: Passage) -> bool:
    """Whether the address of that name is open to somebody who may go so far."""
    if to is Passage.SETS_UP:
        return is_own(name)
    return to is Passage.ENTERS or name in (TO_SHOW if to is Passage.SHOWS else BEFORE_LOGIN)
