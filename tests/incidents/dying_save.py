"""A worker in a process of its own that is killed while it saves a page at the Wayback Machine.

It kills itself without a chance to clean up (SIGKILL, as by `kill -9`): when the service has taken the page,
inside the transaction that notes what the service calls it.
"""

from __future__ import annotations

import sys

import django

from tests.incidents.dying_worker import die


def main(moment: str, unused: str) -> None:
    django.setup()
    from django.core.management import call_command
    from django.db.models.signals import post_save

    from sources.models import WaybackSave

    def noting(instance: WaybackSave, **given: object) -> None:
        if instance.job:
            die()

    post_save.connect(noting, sender=WaybackSave, weak=False)
    call_command("worker")


if __name__ == "__main__":
    main(*sys.argv[1:])
