"""Forms of the door that differ from allauth's."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm, ResetPasswordForm
from django.http import HttpRequest


class LogIn(LoginForm):  # type: ignore[misc]
    """Name and password, each with its label: nothing stands in the field as if it were filled in."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class AskForPassword(ResetPasswordForm):  # type: ignore[misc]
    """A mail goes out whether somebody has that address or not, so that neither page nor time tells."""

    def save(self, request: HttpRequest, **options: Any) -> str:
        if self.users:
            return str(super().save(request, **options))
        email: str = self.cleaned_data["email"]
        get_adapter(request).send_mail("account/email/unknown_account", email, {})
        return email
