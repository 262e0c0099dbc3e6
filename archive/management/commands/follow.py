"""Keeps a copy of a running archive in step with it."""

from __future__ import annotations

import logging
import signal
import sys
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection

from archive.answers import Changed
from archive.by_file import ByFile
from archive.following import PAGE, Origin, Unfit, Unreachable, follow

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """It goes on until SIGTERM or Ctrl-C; stopped, however it was, it goes on where it was."""

    help = (
        "Store what a running archive published, proving each edition, and keep in step with it. This "
        "archive is empty or a copy of that one. FOLLOW_KEY, or the file of FOLLOW_KEY_FILE, may hold a key "
        "of it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", help="that archive's, such as https://archive.example.org")
        parser.add_argument("--once", action="store_true", help="end when this archive is in step")
        parser.add_argument("--page", type=int, default=PAGE, help=f"changes to a page; by default {PAGE}")
        parser.add_argument(
            "--every", type=float, default=60, help="seconds between two visits; by default 60"
        )

    def handle(self, *, address: str, once: bool, every: float, page: int, **options: Any) -> None:
        try:
            with Origin(address, str(ByFile().get("FOLLOW_KEY", ""))) as origin:
                if once:
                    self.stdout.write(f"In step: {follow(origin, self._progress, page)} changes were stored.")
                else:
                    self._go_on(origin, every, page)
        except (Unfit, Unreachable) as error:
            raise CommandError(str(error)) from None

    def _go_on(self, origin: Origin, every: float, page: int) -> None:
        """What is stored is stored page by page, so a signal may end it at once."""
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        signal.signal(signal.SIGINT, lambda *_: sys.exit(0))
        while True:
            self._visit(origin, page)
            time.sleep(every)

    def _visit(self, origin: Origin, page: int) -> None:
        try:
            follow(origin, self._progress, page)
        except (Unreachable, DatabaseError) as error:
            logger.error("Not in step; another visit follows. %s", error)
        finally:
            connection.close()

    def _progress(self, stored: int, last: Changed) -> None:
        self.stderr.write(f"{stored} changes, the last one of {last.at:%Y-%m-%d %H:%M} UTC …")
        if not last.api_url.startswith(f"{settings.SITE_URL}/"):
            self.stderr.write(f"That archive's answers carry another SITE_URL: {last.api_url}")
