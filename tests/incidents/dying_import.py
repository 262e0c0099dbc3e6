"""A worker in a process of its own that is killed in the middle of an import: `python -m … MOMENT ROWS`.

It kills itself without a chance to clean up (SIGKILL, as by `kill -9`): with the moment "within" inside the
transaction after which so many rows are done; with "between" as soon as that transaction is stored.
"""

from __future__ import annotations

import sys
from typing import Any

import django

from tests.incidents.dying_worker import die


def main(moment: str, rows: str) -> None:
    django.setup()
    from django.core.management import call_command
    from django.db import transaction
    from django.db.models.signals import pre_save

    from incidents.models import Import

    def coming_forward(instance: Import, **given: Any) -> None:
        if instance.done == int(rows):
            die() if moment == "within" else transaction.on_commit(die)

    pre_save.connect(coming_forward, sender=Import, weak=False)
    call_command("worker")


if __name__ == "__main__":
    main(*sys.argv[1:])
