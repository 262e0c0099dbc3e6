"""People before the door of the desk, each in a browser of their own."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.models import User
from django.test import Client

from tests.incidents.desk import Browser, person

PASSWORD = "a long walk in the rain"
LOGIN = "/desk/login/"
FACTOR = "/desk/second-factor/"


def member(role: str) -> User:
    """Somebody of this role, who has a password and an e-mail address, as `add_person --email` makes them."""
    user = person(role)
    user.set_password(PASSWORD)
    user.email = f"{user.username}@example.org"
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def knock(client: Client, user: User, password: str = PASSWORD) -> Any:
    """Give name and password; what comes of it."""
    return client.post(LOGIN, {"login": user.username, "password": password})


def inside(user: User) -> Client:
    """A browser in which the person gave name and password."""
    client = Browser()
    knock(client, user)
    return client


def give_app(user: User) -> str:
    """Let the person have an authenticator app already; the secret in it."""
    secret: str = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def code_of(secret: str) -> str:
    """What the app shows now."""
    shown: str = format_hotp_value(hotp_value(secret, int(time.time()) // app_settings.TOTP_PERIOD))
    return shown


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def recovery_code(user: User) -> str:
    codes = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    found: str = codes.wrap().get_unused_codes()[0]
    return found


def confirm(client: Client) -> None:
    """Give the password once more, as a page asks that changes how one comes in."""
    client.post("/desk/reauthenticate/", {"password": PASSWORD})


def set_up_app(client: Client) -> Any:
    """Set an authenticator app up by its pages; what comes of it."""
    confirm(client)
    page = client.get(f"{FACTOR}totp/activate/")
    return client.post(f"{FACTOR}totp/activate/", {"code": code_of(page.context["form"].secret)})
