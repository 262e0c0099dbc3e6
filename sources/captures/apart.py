"""Reading what strangers wrote, in a process apart: one that hangs or swells is ended, and that is told."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import BoundedSemaphore
from time import monotonic
from typing import Any

from trafilatura.utils import decode_file

from sources.captures.describing import Suggested, described
from sources.captures.policy import PAGES, Refused
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


#: The status with which the process ends whose words are a refusal.
REFUSED = 3


def text_read_apart(media_type: str, charset: str, body: bytes, seconds: float = SECONDS) -> str:
    """The same as `text_of`, in a process that is bounded. Raises Refused."""
    return str(_answer(seconds, body, media_type, charset)["text"])


def page_read_apart(
    media_type: str, charset: str, body: bytes, address: str, seconds: float = SECONDS
) -> tuple[str, Suggested]:
    """The same as `text_of`, and as `described` of what was at this address. Raises Refused."""
    given = _answer(seconds, body, media_type, charset, address)
    said = given["said"]
    return str(given["text"]), Suggested(**(said | {"authors": tuple(said["authors"])}))


def _answer(seconds: float, body: bytes, *words: str) -> Mapping[str, Any]:
    """What the process says to these words. Raises Refused."""
    ending = monotonic() + seconds
    if not READING.acquire(timeout=seconds):
        raise Refused(BUSY)
    try:
        return _read(max(0.0, ending - monotonic()), body, *words)
    finally:
        READING.release()


def _read(seconds: float, body: bytes, *words: str) -> Mapping[str, Any]:
    try:
        read = subprocess.run(  # noqa: S603  the words are ours, an address, or names of media types and characters
            [sys.executable, "-m", "sources.captures.apart", *words],
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
        raise Refused(json.loads(read.stdout))
    if read.returncode:
        raise Refused(UNREADABLE)
    answer: Mapping[str, Any] = json.loads(read.stdout)
    return answer


def main(media_type: str, charset: str, *address: str) -> int:
    """Read what comes in, and write out as JSON what it says; of what was at an address, also of itself."""
    _be_ended_first()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    body = sys.stdin.buffer.read()
    answer: object
    try:
        text = text_of(media_type, charset, body)
        said = {"said": asdict(described(_html(media_type, charset, body), *address))} if address else {}
        answer, status = {"text": text} | said, 0
    except Refused as error:
        answer, status = str(error), REFUSED
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    return status


def _html(media_type: str, charset: str, body: bytes) -> str:
    """The page as text; empty for what is no page."""
    if media_type not in PAGES:
        return ""
    return body.decode(charset, "replace") if charset else str(decode_file(body))


def _be_ended_first() -> None:
    """Where memory is short, let the kernel end this process and not the one that waits for it.

    https://www.kernel.org/doc/html/latest/filesystems/proc.html#proc-pid-oom-adj-proc-pid-oom-score-adj
    """
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
