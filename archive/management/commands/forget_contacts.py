"""Deletes the names and e-mail addresses of those who asked for a correction long ago."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from archive.models import CorrectionRequest


class Command(BaseCommand):
    """The worker does the same every hour."""

    help = "Delete name and e-mail address from requests for corrections that are older than CONTACT_DAYS."

    def handle(self, *args: Any, **options: Any) -> None:
        number = CorrectionRequest.objects.forget_contacts()
        self.stdout.write(f"Contact details were deleted from {number} requests.")
