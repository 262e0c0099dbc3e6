"""A process that brings the database of an earlier version up to date, and proves that it is whole."""

from __future__ import annotations

import os

import django
from django.core.management import call_command

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("check_integrity")
