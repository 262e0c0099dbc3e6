"""From the name of a website to the addresses of its machines."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from threading import Thread

from sources.captures.policy.refusal import Refused

Answer = list[str] | OSError


def addresses_of(host: str, port: int, seconds: float) -> Sequence[str]:
    """The IP addresses of this name, as the network has them now. Raises Refused.

    The system's own resolver knows no bound of time, so it is asked in a thread that nobody waits for longer.
    """
    answers: SimpleQueue[Answer] = SimpleQueue()
    Thread(target=lambda: answers.put(_looked_up(host, port)), daemon=True).start()
    try:
        found = answers.get(timeout=max(seconds, 0))
    except Empty:
        words = f"The name {host} could not be looked up in time: try later."
        raise Refused(words, again_later=True) from None
    if isinstance(found, OSError):
        raise Refused(
            f"The name {host} could not be looked up: it may be misspelt, "
            "or this server may have no connection.",
            again_later=True,
        ) from found
    return found


def _looked_up(host: str, port: int) -> Answer:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError) as error:
        return error if isinstance(error, OSError) else OSError(str(error))
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
