"""Makes a key with which the API may be asked more often."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Make a key for the API. It is stored nowhere: give it away, and add its digest to API_KEYS."

    def handle(self, *args: Any, **options: Any) -> None:
        key = secrets.token_urlsafe(32)
        self.stdout.write(f"key:    {key}")
        self.stdout.write(f"digest: {hashlib.sha256(key.encode()).hexdigest()}")
