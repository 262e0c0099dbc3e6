"""How the log is written: as lines, or as one JSON object a line; both name the request that they are about.

Nothing of it tells who asked, or for what words. https://docs.python.org/3/library/logging.html#logrecord-attributes
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

from django_guid.context import guid


class LineOfRequest(logging.Formatter):
    """What is said and, within a request, the number that its answer carries as X-Request-ID."""

    def format(self, record: logging.LogRecord) -> str:
        said = super().format(record)
        number = guid.get()
        return f"{said} [{number}]" if number else said


class JsonOfRequest(logging.Formatter):
    """The same for programs: `time`, `level`, `logger`, `message`, and maybe `request` and `error`.

    What is logged with `extra={"fields": {…}}` stands beside them.
    """

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "request": guid.get(),
            "error": self.formatException(record.exc_info) if record.exc_info else None,
        }
        fields = getattr(record, "fields", {})
        return json.dumps({name: value for name, value in (said | fields).items() if value is not None})


FORMATS: dict[str, type[logging.Formatter]] = {"line": LineOfRequest, "json": JsonOfRequest}
