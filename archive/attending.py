"""How a process that computes for another one behaves. It needs nothing of the archive to begin with this."""

import os
import signal
from multiprocessing import parent_process
from threading import Thread


def attend() -> None:
    """End with the parent, even one that was killed; leave it to the parent what an interrupt means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(0)
