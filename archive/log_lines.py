"""Lines of the log that name the request which they are about."""

from __future__ import annotations

import logging

from django_guid.context import guid


class LineOfRequest(logging.Formatter):
    """What is said and, within a request, the number that its answer carries as X-Request-ID."""

    def format(self, record: logging.LogRecord) -> str:
        said = super().format(record)
        number = guid.get()
        return f"{said} [{number}]" if number else said
