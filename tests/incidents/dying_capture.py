"""A worker in a process of its own that is killed while it makes a copy: `python -m … within PORT`.

It may ask the website at this port. It kills itself without a chance to clean up (SIGKILL, as by `kill -9`):
inside the transaction that stores the copy, when its file is kept already.
"""

from __future__ import annotations

import sys
from typing import Any

import django

from tests.incidents.dying_worker import die
from tests.sources.captures.websites import Website


def main(moment: str, port: str) -> None:
    django.setup()
    from django.core.management import call_command
    from django.db.models.signals import post_save

    from incidents.jobs import capturing
    from sources.models import Capture

    def storing(**given: Any) -> None:
        die()

    post_save.connect(storing, sender=Capture, weak=False)
    capturing.RULES = Website(int(port), []).rules()
    call_command("worker")


if __name__ == "__main__":
    main(*sys.argv[1:])
