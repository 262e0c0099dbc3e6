"""The desk in a process of its own: for each title on a line, an editor publishes the incident under it.

python -m tests.faults.at_the_desk m4s8td   prints what the desk answered, and the number of the edition.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import django

EDITOR = {"is_staff": True, "is_superuser": True}


def publish(key: str, title: str) -> str:
    """Save the title, and press the button on the desk's page."""
    from django.contrib.auth.models import User
    from django.test import Client

    from archive.models import Edition
    from incidents.models import Incident

    incident = Incident.objects.get(key=key)
    incident.title = title
    incident.save()
    client = Client()
    client.force_login(User.objects.get_or_create(username="trial", defaults=EDITOR)[0])
    address = f"/desk/incidents/incident/{incident.pk}/step/publish/"
    answer = client.post(address, {"note": "For a trial.", "kind": "update", "reviewed": "on"})
    number = Edition.objects.for_incident(key).order_by("-number").values_list("number", flat=True)[0]
    return f"{answer.status_code} {number}"


@contextmanager
def at_the_desk(around: dict[str, str], key: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.faults.at_the_desk", key]
    own = around | {"ARCHIVE_ROLE": "desk", "SECOND_FACTOR_REQUIRED": "0", "ALLOWED_HOSTS": "*"}
    process = subprocess.Popen(command, env=own, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.communicate(timeout=30)


def published(desk: subprocess.Popen[str], title: str) -> str:
    """What the desk answered."""
    assert desk.stdin
    assert desk.stdout
    desk.stdin.write(f"{title}\n")
    desk.stdin.flush()
    return desk.stdout.readline().strip()


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    for line in sys.stdin:
        sys.stdout.write(f"{publish(sys.argv[1], line.strip())}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
