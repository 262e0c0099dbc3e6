"""Reading what strangers wrote, in a process apart: one that hangs or swells is ended, and that is told."""

from __future__ import annotations

import resource
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore
from time import monotonic

from sources.captures.policy import Refused
from sources.captures.text import text_of

#: Seconds, and bytes of memory, for one reading.
SECONDS = 60
MEMORY = 600_000_000
#: Readings at a time: several together would take the memory of whatever waits for them.
READING = BoundedSemaphore(1)
ROOT = Path(__file__).resolve().parent.parent.parent

#: The process learns nothing of the archive’s secrets.
BARE = {"LANG": "C.UTF-8"}

UNREADABLE = "What came takes too long or too much memory to be read: type the words that you need instead."
BUSY = "Another file is being read, and takes long: try again in a minute."


def text_read_apart(media_type: str, charset: str, body: bytes, seconds: float = SECONDS) -> str:
    """The same as `text_of`, in a process that is bounded, one at a time. Raises Refused.

    To wait for another reading counts among the seconds.
    """
    ending = monotonic() + seconds
    if not READING.acquire(timeout=seconds):
        raise Refused(BUSY)
    try:
        return _read(media_type, charset, body, max(0.0, ending - monotonic()))
    finally:
        READING.release()


def _read(media_type: str, charset: str, body: bytes, seconds: float) -> str:
    command = [sys.executable, "-m", "sources.captures.apart", media_type, charset]
    try:
        read = subprocess.run(  # noqa: S603  the words are ours, or names of media types and characters
            command,
            input=body,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            cwd=ROOT,
            env=BARE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(UNREADABLE) from None
    if read.returncode == REFUSED:
        raise Refused(read.stdout.decode())
    if read.returncode:
        raise Refused(UNREADABLE)
    return read.stdout.decode()


#: The status with which the process ends whose words are a refusal.
REFUSED = 3


def main(media_type: str, charset: str) -> int:
    """Read what comes in, and write its text out."""
    _be_ended_first()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        text, status = text_of(media_type, charset, sys.stdin.buffer.read()), 0
    except Refused as error:
        text, status = str(error), REFUSED
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return status


def _be_ended_first() -> None:
    """Where memory is short, let the kernel end this process and not the one that waits for it.

    https://www.kernel.org/doc/html/latest/filesystems/proc.html#proc-pid-oom-adj-proc-pid-oom-score-adj
    """
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
