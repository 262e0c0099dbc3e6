"""How gunicorn serves the archive: gunicorn --config python:archive.server archive.wsgi

https://docs.gunicorn.org/en/stable/settings.html
"""

import gc
import os
import shutil
import socket
import struct
import tempfile
from typing import Any

METRICS_LISTEN = os.environ.get("METRICS_LISTEN", "")
# What is counted is told at an address of its own, where nobody reads.
bind = ["0.0.0.0:8000", *([METRICS_LISTEN] if METRICS_LISTEN else [])]
# WEB_CONCURRENCY, gunicorn's own variable, says otherwise. Threads wait for the database side by side.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# As archive.crowd needs them: a third works, a third waits, the rest sends files, refuses and answers probes.
threads = 3 * int(os.environ.get("REQUESTS_AT_ONCE") or "4")
# Heartbeats are files: in memory, a slow disk does not look like a dead worker.
worker_tmp_dir = "/dev/shm"
# What a proxy says of the reader, Django alone believes, as the settings say (BEHIND_TLS_PROXY). Else whoever
# passes through a proxy on this machine could say under which path the archive stands (SCRIPT_NAME).
# https://docs.gunicorn.org/en/stable/settings.html#forwarder-headers
forwarder_headers = ""
secure_scheme_headers: dict[str, str] = {}
# What runs when the process is told to stop may take this long to end.
graceful_timeout = 30
timeout = 60
accesslog = "-" if os.environ.get("ACCESS_LOG") == "1" else None
logger_class = "archive.access.AccessLog"
# Nothing here is written beside the code: the file system may be read-only.
control_socket_disable = True
if METRICS_LISTEN:
    # Where the processes count together: https://prometheus.github.io/client_python/multiprocess/
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp(prefix="metrics-", dir=worker_tmp_dir))


def when_ready(server: Any) -> None:
    """Who takes nothing of an answer for so long is let go. What is accepted inherits it: socket(7)."""
    bound = struct.pack("ll", int(os.environ.get("SEND_TIMEOUT") or "60"), 0)
    for listener in server.LISTENERS:
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, bound)


def post_worker_init(worker: Any) -> None:
    """All that is there now stays, so nobody needs to look through it for garbage.

    A page is made of so many values that looking for some after each 700 of them would take a third of its
    time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


def child_exit(server: Any, worker: Any) -> None:
    """What a process counted stays counted when it ends; what it measured of itself does not."""
    if METRICS_LISTEN:
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def on_exit(server: Any) -> None:
    """Take away what the processes counted."""
    if METRICS_LISTEN:
        shutil.rmtree(os.environ["PROMETHEUS_MULTIPROC_DIR"], ignore_errors=True)
