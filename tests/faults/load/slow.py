"""Who takes no answer at the pace at which it is given: a slow reader, and a download that never ends."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

#: A file that is larger than what lies in the buffers between the server and a reader who does not read.
FILE = "/api/v1/claims.ndjson"
#: Seconds until somebody who was refused asks again.
AGAIN = 2


class Slow:
    """Takes so many bytes of one file every so many seconds. `cut`: how often it was cut off."""

    def __init__(self, port: int, name: str, size: int, seconds: float) -> None:
        self.port, self.name, self.size, self.seconds = port, name, size, seconds
        self.taken, self.refused = 0, 0
        self.cut = 0
        self.ended = threading.Event()

    @contextmanager
    def taking(self) -> Iterator[None]:
        thread = threading.Thread(target=self._take)
        thread.start()
        try:
            yield
        finally:
            self.ended.set()
            thread.join()

    def _take(self) -> None:
        while not self.ended.is_set():
            with socket.socket() as connection:
                # With little room here, the server must wait for this reader.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                connection.settimeout(60)
                connection.connect(("127.0.0.1", self.port))
                connection.sendall(f"GET {FILE} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
                self._read(connection)

    def _read(self, connection: socket.socket) -> None:
        """Until the end of the load; a refusal is heeded."""
        if connection.recv(12) != b"HTTP/1.1 200":
            self.refused += 1
            self.ended.wait(AGAIN)
            return
        while not self.ended.wait(self.seconds):
            taken = len(connection.recv(self.size))
            self.taken += taken
            if not taken:
                self.cut += 1
                return
