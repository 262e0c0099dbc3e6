"""What whoever asks is told when something fails: the log has the rest."""

from __future__ import annotations

import sys

from django.db import Error, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from archive.meters import DATABASE_ERRORS
from archive.unavailable import DATABASE, FAILURE, told, unavailable

#: Seconds in which a database that was started anew usually answers again.
BACK_IN = 10


def failed(request: HttpRequest) -> HttpResponse:
    """Django's handler500, called while the error is handled.

    A database that is gone, full, busy or too slow is no failure of the page: 503, and when to ask again.
    https://www.psycopg.org/psycopg3/docs/api/errors.html#sqlstate-exceptions
    """
    error = sys.exc_info()[1]
    if isinstance(error, Error):
        DATABASE_ERRORS.labels(type(error).__name__).inc()
    if isinstance(error, OperationalError | InterfaceError):
        return unavailable(request, DATABASE, BACK_IN)
    return told(request, 500, FAILURE)
