"""How gunicorn serves the archive: gunicorn --config python:archive.server archive.wsgi

https://docs.gunicorn.org/en/stable/settings.html
"""

import os

bind = "0.0.0.0:8000"
# WEB_CONCURRENCY, gunicorn's own variable, says otherwise. Threads wait for the database side by side.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# As archive.crowd needs them: a third works, a third waits, the rest sends files, refuses and answers probes.
threads = 3 * int(os.environ.get("REQUESTS_AT_ONCE") or "4")
# Heartbeats are files: in memory, a slow disk does not look like a dead worker.
worker_tmp_dir = "/dev/shm"
# What runs when the process is told to stop may take this long to end.
graceful_timeout = 30
timeout = 60
accesslog = "-" if os.environ.get("ACCESS_LOG") == "1" else None
logger_class = "archive.access.AccessLog"
# Nothing here is written beside the code: the file system may be read-only.
control_socket_disable = True
