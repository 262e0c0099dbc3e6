"""What gunicorn logs: like everything else in the archive's log, and of each request only what is nobody's.

The path alone tells which page was read. Left out are the address of whoever asked, what they searched for
(the query), the page they came from, and their browser; a proxy that logs these does so by rules of its own.
"""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

from gunicorn.glogging import Logger

from archive.log_lines import FORMATS, WithoutKeys, without_keys

LINE = "%(method)s %(path)s %(status)s %(bytes)s bytes %(ms)s ms"


class AccessLog(Logger):  # type: ignore[misc]
    """gunicorn's logger, in the form that LOG_FORMAT names."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        wanted = FORMATS["json"]() if os.environ.get("LOG_FORMAT") == "json" else None
        for handler in (*self.error_log.handlers, *self.access_log.handlers):
            handler.setFormatter(wanted or WithoutKeys(handler.formatter))

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta) -> None:
        """One line for each answer, where the access log is wanted."""
        if self.cfg.accesslog:
            fields = told(resp, environ, request_time)
            self.access_log.info(f"{LINE} [%(request)s]", fields, extra={"fields": fields})


def told(resp: Any, environ: dict[str, Any], request_time: timedelta) -> dict[str, Any]:
    """What is logged of a request. Its path is as it was sent, so that no line break is in it."""
    path = environ["RAW_URI"].partition("?")[0]
    return {
        "method": environ["REQUEST_METHOD"],
        "path": without_keys(path),
        "status": int(str(resp.status).split()[0]),
        "bytes": resp.sent,
        "ms": round(request_time.total_seconds() * 1000),
        "request": dict(resp.headers).get("X-Request-ID", "-"),
    }
