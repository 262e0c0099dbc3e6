"""How gunicorn serves the archive: gunicorn --config python:archive.server archive.wsgi

https://docs.gunicorn.org/en/stable/settings.html
"""

import os
from typing import Any

from gunicorn.glogging import Logger

from archive.log_lines import WithoutKeys


class Log(Logger):  # type: ignore[misc]
    """Gunicorn's own logs, of requests and of errors, without keys that set passwords."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in (*self.access_log.handlers, *self.error_log.handlers):
            if handler.formatter:
                handler.setFormatter(WithoutKeys(handler.formatter))


logger_class = Log
bind = "0.0.0.0:8000"
# WEB_CONCURRENCY, gunicorn's own variable, says otherwise. Threads wait for the database side by side.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
# Heartbeats are files: in memory, a slow disk does not look like a dead worker.
worker_tmp_dir = "/dev/shm"
# What runs when the process is told to stop may take this long to end.
graceful_timeout = 30
timeout = 60
# The last of each line is the number of the request, which the answer and all lines about it carry.
access_log_format = '%(h)s %(t)s "%(r)s" %(s)s %(b)s %(M)s ms "%(a)s" [%({x-request-id}o)s]'
accesslog = "-" if os.environ.get("ACCESS_LOG") == "1" else None
# Nothing here is written beside the code: the file system may be read-only.
control_socket_disable = True
