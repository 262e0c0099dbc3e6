"""Who has to show a second factor before the desk lets them work."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum


class Passage(Enum):
    """How far somebody may go who has given name and password."""

    ENTERS = "enters"
    #: May do nothing but show the second factor that is set up.
    SHOWS = "shows"
    #: May do nothing but set one up.
    SETS_UP = "sets up"


#: What may be opened by who has a second factor and has not shown it in this session.
TO_SHOW = frozenset({"account_login", "account_logout", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"})
#: What the names of the door's own addresses begin with.
OWN = ("account_", "door_", "mfa_", "usersessions_")


def passage(*, may_publish: bool, has_shown: bool, has_one: Callable[[], bool]) -> Passage:
    """How far somebody may go: whoever may publish shows a second factor, in every session, first.

    `has_one` is asked only where that decides.
    """
    if has_shown or not may_publish:
        return Passage.ENTERS
    return Passage.SHOWS if has_one() else Passage.SETS_UP


def is_own(name: str | None) -> bool:
    """Whether an address of that name belongs to the door."""
    return name is not None and name.startswith(OWN)


def is_open(name: str | None, to: Passage) -> bool:
    """Whether the address of that name is open to somebody who may go so far."""
    if to is Passage.SHOWS:
        return name in TO_SHOW
    return to is Passage.ENTERS or is_own(name)
