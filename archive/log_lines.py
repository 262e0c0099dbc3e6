"""Lines of the log: they name the request which they are about, and hold no key that sets a password."""

from __future__ import annotations

import logging
import re

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
