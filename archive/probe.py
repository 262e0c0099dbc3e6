"""Asks the process on this machine whether it can do its work, for the container's health check.

python -m archive.probe [/healthz]   ends with status 0, or with 1 and what is wrong.

It needs the standard library alone.
"""

from __future__ import annotations

import sys
from http.client import HTTPConnection, HTTPException

PORT = 8000
TIMEOUT = 5


def trouble(port: int, address: str = "/readyz") -> str:
    """What this address on the port complains of; empty if it says that all is well."""
    try:
        connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
        connection.request("GET", address)
        answer = connection.getresponse()
        said = answer.read().decode(errors="replace").strip()
    except (OSError, HTTPException) as error:
        return f"Nothing answers on port {port}: {error}"
    return "" if answer.status == 200 else said


if __name__ == "__main__":
    sys.exit(trouble(PORT, *sys.argv[1:2]) or 0)
