"""How the log is written: as lines, or as one JSON object a line; both name the request that they are about.

Nothing of it tells who asked, or for what words, and no key in it sets a password.
https://docs.python.org/3/library/logging.html#logrecord-attributes
"""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime

from django_guid.context import guid

#: The key in a link by which somebody sets a new password: whoever reads it could set one first.
KEY = re.compile(r"(/password/reset/key/)[^/\s\"'<>]+")


def without_keys(text: str) -> str:
    return KEY.sub(r"\1…", text)


class LineOfRequest(logging.Formatter):
    """What is said and, within a request, the number that its answer carries as X-Request-ID."""

    def format(self, record: logging.LogRecord) -> str:
        said = without_keys(super().format(record))
        number = guid.get()
        return f"{said} [{number}]" if number else said


class WithoutKeys(logging.Formatter):
    """Lines as another formatter writes them, without keys."""

    def __init__(self, lines: logging.Formatter) -> None:
        super().__init__()
        self._lines = lines

    def format(self, record: logging.LogRecord) -> str:
        return without_keys(self._lines.format(record))


class JsonOfRequest(logging.Formatter):
    """The same for programs: `time`, `level`, `logger`, `message`, and maybe `request` and `error`.

    What is logged with `extra={"fields": {…}}` stands beside them.
    """

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": without_keys(record.getMessage()),
            "request": guid.get(),
            "error": without_keys(self.formatException(record.exc_info)) if record.exc_info else None,
        }
        fields = getattr(record, "fields", {})
        told = {name: value for name, value in (said | fields).items() if value is not None}
        return json.dumps(told)


FORMATS: dict[str, type[logging.Formatter]] = {"line": LineOfRequest, "json": JsonOfRequest}
