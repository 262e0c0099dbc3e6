"""A worker in a process of its own that is killed in the middle of a job: `python -m … MOMENT INCIDENT`.

It kills itself without a chance to clean up (SIGKILL, as by `kill -9`): with the moment "within" inside the
transaction that renews this incident, after its edition and its catalogue rows are written; with "between"
as soon as that transaction is stored.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

import django


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(moment: str, incident: str) -> None:
    django.setup()
    from django.core.management import call_command
    from django.db import transaction
    from django.db.models.signals import pre_save

    from incidents.models import Job

    def coming_forward(instance: Job, **given: Any) -> None:
        if instance.after == incident:
            die() if moment == "within" else transaction.on_commit(die)

    pre_save.connect(coming_forward, sender=Job, weak=False)
    call_command("worker")


if __name__ == "__main__":
    main(*sys.argv[1:])
