"""A form of the desk that was not accepted, because its sender was logged out or logged in anew meanwhile.

It travels with the login form, signed, and is offered to be sent again. Passwords are never carried, nor
anything that was sent to another address than a page of the desk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.exceptions import DisallowedHost

if TYPE_CHECKING:
    from django.http import HttpRequest

#: The hidden field of the login form that carries it.
KEPT = "kept_form"
#: Characters of the signed text; more than that a browser could not send back.
LONGEST = 1_500_000

_SALT = "desk.unsent"
_LEFT_ALONE = {None, "login", "logout", "password_change", "auth_user_password_change"}
_OWN = {"csrfmiddlewaretoken", KEPT}
#: What a form carries besides what was typed.
_FITTINGS = ("-id", "TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")


@dataclass(frozen=True)
class Unsent:
    """Where the form was to go, with its query; every field with its values; the names of its files."""

    path: str
    fields: dict[str, list[str]]
    files: list[str]

    @property
    def typed(self) -> list[tuple[str, str]]:
        """What people typed, for them to recognise it."""
        return [
            (name.replace("-", " ").replace("_", " "), "\n".join(values))
            for name, values in self.fields.items()
            if any(values) and not name.startswith("_") and name != "opened" and not name.endswith(_FITTINGS)
        ]


def unsent(request: HttpRequest) -> Unsent | None:
    """The form of the request, if it is one to be kept."""
    match = request.resolver_match
    if request.method != "POST" or match is None or match.app_name != "admin":
        return None
    if match.url_name in _LEFT_ALONE or any("password" in name for name in request.POST):
        return None
    fields = {name: values for name, values in request.POST.lists() if name not in _OWN}
    files = [str(file) for name in request.FILES for file in request.FILES.getlist(name)]
    return Unsent(request.get_full_path(), fields, files) if fields else None


def sign(form: Unsent) -> str:
    """The form as a text; empty where it is too long to travel."""
    text = signing.dumps([form.path, form.fields, form.files], salt=_SALT, compress=True)
    return text if len(text) <= LONGEST else ""


def read(text: str) -> Unsent | None:
    """The form in such a text; None where it was not signed here."""
    try:
        return Unsent(*signing.loads(text, salt=_SALT))
    except signing.BadSignature:
        return None


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that the form was on a page of this address."""
    origin = request.headers.get("Origin") or _origin_of(request.headers.get("Referer", ""))
    try:
        own = f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:
        return False
    return origin == own or origin in settings.CSRF_TRUSTED_ORIGINS


def _origin_of(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}"
