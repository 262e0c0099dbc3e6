"""Starts the archive on this machine with its demonstration events published."""

from __future__ import annotations

import errno
import os
import secrets
import socket
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive import catalogue, local

DOSSIERS = Path(__file__).resolve().parents[2] / "demo"
EDITOR = "editor"


class Command(BaseCommand):
    """Prepares the database, publishes incidents/demo, becomes the web server and has a worker beside it."""

    help = "Start the archive on this machine, with its demonstration events published."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        local.add_address(parser)

    def handle(self, *, host: str, port: int, **options: Any) -> None:
        # Held from the first moment, so that nobody else takes the port while the events are loaded.
        listener = listen(host, port)
        self.prepare()
        password = self.renew_editor()
        self.announce(password)
        serve(listener)

    def prepare(self) -> None:
        self.say("Preparing the database …")
        call_command("migrate", verbosity=0)
        self.say("Collecting the static files …")
        call_command("collectstatic", interactive=False, verbosity=0)
        self.say("Publishing the demonstration events …")
        call_command("load_dossier", *sorted(map(str, DOSSIERS.glob("*.yaml"))), publish=True)
        self.say("Checking the stored answers …")
        if renewed := sum(1 for _ in catalogue.reindex()):
            self.say(f"{renewed} renewed for {settings.SITE_URL}")

    def renew_editor(self) -> str:
        """The editor's new password; it is stored nowhere in clear."""
        password = secrets.token_urlsafe(12)
        editor, _ = get_user_model().objects.get_or_create(username=EDITOR)
        editor.is_staff = editor.is_superuser = True
        editor.set_password(password)
        editor.save()
        return password

    def announce(self, password: str) -> None:
        self.say(f"\nThe archive  {settings.SITE_URL}/")
        self.say(f"The desk     {settings.SITE_URL}/desk/   login {EDITOR}, password {password}")
        self.say("Ctrl-C ends it.\n")

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises CommandError if that cannot be."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        reason = "is in use already" if taken else f"cannot be had ({error.strerror})"
        another = f"python3 manage.py demo --port {port % 65535 + 1}"
        raise CommandError(f"Port {port} of {host} {reason}. Choose another: {another}") from error


def serve(listener: socket.socket) -> None:
    """Become the web server; never returns."""
    listener.set_inheritable(True)
    # With the folder given, the server finds the archive wherever it was started from.
    place = ["--chdir", str(settings.BASE_DIR), "--bind", f"fd://{listener.fileno()}"]
    beside = ["--config", str(Path(__file__).parents[1] / "beside.py")]
    manner = [*beside, "--workers", "2", "--log-level", "warning", "--no-control-socket"]
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "archive.wsgi", *place, *manner])
