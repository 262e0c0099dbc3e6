"""The demonstration's web server keeps a worker beside it: settings of gunicorn, which calls these.

https://docs.gunicorn.org/en/stable/settings.html#server-hooks
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"

workers_beside: list[subprocess.Popen[bytes]] = []


def on_starting(server: Any) -> None:
    """Start the worker, in a session of its own: Ctrl-C reaches the server, which then ends it in order."""
    command = [sys.executable, str(MANAGE), "worker", "--verbosity", "0"]
    workers_beside.append(subprocess.Popen(command, start_new_session=True))


def on_exit(server: Any) -> None:
    """End the worker after the incident it is at."""
    for worker in workers_beside:
        worker.terminate()
        worker.wait()
