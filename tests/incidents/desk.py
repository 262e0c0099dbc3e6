"""People at the desk, and what they type."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client

from incidents.models import Claim
from tests.incidents.rows import VALUES

EMPTY_ATTACKS = {"attacks-TOTAL_FORMS": 0, "attacks-INITIAL_FORMS": 0}
EMPTY_CITATIONS = {"citations-TOTAL_FORMS": 0, "citations-INITIAL_FORMS": 0}


def person(role: str) -> User:
    """Somebody with one of the desk's roles."""
    user = User.objects.create_user(f"a-{role}", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


def at_the_desk(role: str) -> Client:
    """A browser in which somebody of this role is logged in."""
    client = Client()
    client.force_login(person(role))
    return client


def typed_claim(kind: str, **more: Any) -> dict[str, Any]:
    """A filled-in form of a claim of this property, without citations."""
    values = {name.removesuffix("_id"): value for name, value in VALUES[kind].items()}  # type: ignore[index]
    about = {
        "incident": 1,
        "property": kind,
        "about": "incident",
        "claimant_kind": "unstated",
        "rank": "normal",
    }
    return {**EMPTY_CITATIONS, **about, **values, **more}


def errors_of(response: Any) -> str:
    """Everything that the form complains of."""
    form = response.context["adminform"].form
    return " ".join(message for messages in form.errors.values() for message in messages)


def newest_claim() -> Claim:
    return Claim.objects.latest("pk")
