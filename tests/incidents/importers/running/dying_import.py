"""An import in a process of its own that may be killed: `python -m … ROWS STATEMENTS ARGUMENTS`.

ROWS are taken in one batch. It kills itself without a chance to clean up (SIGKILL, as by `kill -9`) instead
of sending its database the statement of this number; with 0 it lives.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

import django


class Dying:
    """Counts statements, and dies before the last of so many."""

    def __init__(self, statements: int) -> None:
        self.left = statements

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)


def main(rows: str, statements: str, *arguments: str) -> None:
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from incidents.importers.running import course

    course.BATCH = int(rows)
    connection.execute_wrappers.append(Dying(int(statements)))
    call_command("import_events", *arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
