"""What allauth asks of the archive: who may come in, from where, and what they are told."""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import reverse

from archive.callers import address_of
from incidents.door import log
from incidents.door.secrets import locked, unlocked

logger = logging.getLogger(__name__)

#: Where a process is reached without an address of the network, such as a socket of the machine itself.
NOWHERE = "0.0.0.0"  # noqa: S104
WRONG = "Name and password do not fit together, or nobody of this name may enter the desk."


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Lets in who belongs to the desk; everybody else is told the same as somebody who is not known."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "incorrect_password": "This is not your password.",
        "incorrect_code": "This code is not right, or was used already.",
        "invalid_password_reset": "This link is too old, or was used already.",
        "too_many_login_attempts": "There were too many attempts. Wait five minutes, and try again.",
        "enter_current_password": "This is not the password that you have now.",
    }

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        user: User | None = super().authenticate(request, **credentials)
        if user is None or (user.is_active and user.is_staff):
            return user
        self.authentication_failed(request, **credentials)
        return None

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        log.refused(request, str(credentials.get("username", "")))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """What a mail tells is done already, so a server that does not take it stops nothing."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:
            logger.exception("A mail of the kind %s was not sent. Look at EMAIL_URL.", template_prefix)

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request) or NOWHERE

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """What people set up: how it is stored, and what it is called."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
    }

    def encrypt(self, text: str) -> str:
        return locked(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unlocked(encrypted_text)

    def generate_authenticator_name(self, user: User, type: Any) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return "Passkey" if number == 1 else f"Passkey {number}"

    def _get_site_name(self) -> str:
        return str(settings.SITE_NAME)
