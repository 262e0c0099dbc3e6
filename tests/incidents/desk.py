"""People at the desk, and what they type."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client

from incidents.admin.opened import OPENED
from incidents.models import Claim
from tests.incidents.rows import VALUES

EMPTY_ATTACKS = {"attacks-TOTAL_FORMS": 0, "attacks-INITIAL_FORMS": 0}
EMPTY_CITATIONS = {"citations-TOTAL_FORMS": 0, "citations-INITIAL_FORMS": 0}


def person(role: str) -> User:
    """Somebody with one of the desk's roles."""
    user = User.objects.create_user(f"a-{role}", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


class Browser(Client):
    """Opens a change form before it sends one, as people do; what a form showed is sent back with it."""

    def post(self, path: str, data: Any = None, *args: Any, **options: Any) -> Any:  # type: ignore[override]
        typed = dict(data or {})
        if path.endswith("/change/") and OPENED not in typed:
            typed = opened(self, path) | typed
        return super().post(path, typed, *args, **options)


def opened(client: Client, path: str) -> dict[str, Any]:
    """The hidden field of a change form that says what the form shows; nothing where it has none."""
    context = client.get(path).context or {}
    return {OPENED: context[OPENED]} if OPENED in context else {}


def shown(client: Client, path: str) -> dict[str, Any]:
    """Everything that a browser would send if its user opened a form and typed nothing."""
    context: Any = client.get(path).context
    forms = [context["adminform"].form]
    for each in context["inline_admin_formsets"]:
        forms += [each.formset.management_form, *each.formset.forms]
    begun = {OPENED: context[OPENED]} if OPENED in context else {}
    return begun | {
        form.add_prefix(name): _sent(form[name].value())
        for form in forms
        for name in form.fields
        if form[name].value() is not None and form[name].value() is not False
    }


def _sent(value: Any) -> Any:
    return "on" if value is True else value


def at_the_desk(role: str) -> Client:
    """A browser in which somebody of this role is logged in."""
    client = Browser()
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
