"""Far more readers than there are places: some are answered, the others are told at once to come again.

    python -m tests.faults.crowding --readers 60 --seconds 30

Meanwhile `/healthz` is asked every second. It ends with an error if anybody got something else than an
answer, or 503 with Retry-After, or if the probe had to wait for more than five seconds.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from http.client import HTTPConnection

from tests.faults.serving import Readers, say, served, within

FINE = re.compile(r"200|503, again in \d+ s")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--readers", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=30)
    asked = parser.parse_args()
    with served(WEB_CONCURRENCY="1", REQUESTS_AT_ONCE="2") as server:
        readers = Readers(server.port, asked.readers)
        with readers.reading():
            waits = [probed(server.port) for _ in range(int(asked.seconds))]
    say(f"{asked.readers} readers, one process with 2 places, {asked.seconds:.0f} s: {readers.told()}")
    say(f"/healthz answered within {within(waits)}")
    odd = [outcome for outcome in readers.outcomes if not FINE.fullmatch(outcome)]
    sys.exit(bool(odd) or max(waits) > 5)


def probed(port: int) -> float:
    """Seconds until the server says that it lives; then a second is waited."""
    begun = time.monotonic()
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/healthz")
    assert connection.getresponse().read()
    connection.close()
    took = time.monotonic() - begun
    time.sleep(1)
    return took


if __name__ == "__main__":
    main()
