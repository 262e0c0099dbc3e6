"""Reloads the server again and again while it is read, and counts what was not answered:

    python -m tests.faults.reload --times 5

On the engine that DATABASE_URL names. It ends with an error if a single request was dropped or failed.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time

from tests.faults.serving import Readers, say, served


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=8, help="between two reloads")
    parser.add_argument("--readers", type=int, default=4)
    asked = parser.parse_args()
    # Nobody is to be refused here for want of a place, nor for one of the half as many for files.
    with served(REQUESTS_AT_ONCE=str(2 * asked.readers)) as server:
        readers = Readers(server.port, asked.readers)
        with readers.reading():
            for _ in range(asked.times):
                time.sleep(asked.seconds)
                server.process.send_signal(signal.SIGHUP)
            time.sleep(asked.seconds)
    reloads = sum("Hang up" in line for line in server.said)
    say(f"{asked.times} reloads, {asked.readers} readers: {readers.told()}")
    sys.exit({*readers.outcomes} != {"200"} or reloads != asked.times)


if __name__ == "__main__":
    main()
