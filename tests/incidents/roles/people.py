"""Everybody who may come to the desk's addresses, from the stranger to the curator."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import Group, User
from django.test import Client

from incidents.roles import ROLES
from tests.incidents.desk import Browser

#: Those who have no business at the desk, whatever else they are.
STRANGERS = ("anonymous", "inactive", "outside")
#: Those who are logged in at the desk, each of whom may do what the one before may; the first has no role.
STAFF = ("without", *ROLES)
EVERYBODY = (*STRANGERS, *STAFF)
#: Nobody may.
NOBODY = "nobody"


def browsers() -> Iterator[tuple[str, Client]]:
    """A browser for each of them. Whoever is inactive or outside is a curator, to no avail."""
    for name in EVERYBODY:
        yield name, browser(name)


def browser(name: str) -> Client:
    client = Browser()
    if name != "anonymous":
        client.force_login(_user(name))
    return client


def _user(name: str) -> User:
    user, made = User.objects.get_or_create(
        username=f"the-{name}", defaults={"is_staff": name != "outside", "is_active": name != "inactive"}
    )
    role = "curator" if name in STRANGERS else name
    if made and role in ROLES:
        user.groups.add(Group.objects.get(name=role))
    return user


def from_on(lowest: str) -> set[str]:
    """This one, and all who may do more."""
    return set() if lowest == NOBODY else set(EVERYBODY[EVERYBODY.index(lowest) :])
