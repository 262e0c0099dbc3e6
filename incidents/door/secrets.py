"""Secrets of second factors, as they are stored: whoever finds a backup of the database has none of them."""

from __future__ import annotations

import base64
import hashlib
import secrets

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

_PURPOSE = b"second factor:"


def locked(secret: str) -> str:
    """The secret, readable by who has SECRET_KEY alone."""
    return _locks().encrypt(secret.encode()).decode()


def unlocked(stored: str) -> str:
    """The secret again; one that nobody knows where it was stored under another SECRET_KEY."""
    try:
        return _locks().decrypt(stored.encode()).decode()
    except InvalidToken:
        return base64.b32encode(secrets.token_bytes(20)).decode()


def _locks() -> MultiFernet:
    """As Django does with signatures: what was stored under an older key is still read."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (hashlib.sha256(_PURPOSE + key.encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
