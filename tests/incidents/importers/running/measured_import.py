"""An import in a process of its own that tells how much memory it took: `python -m … ARGUMENTS`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import django


def main(*arguments: str) -> None:
    django.setup()
    from django.core.management import call_command

    call_command("import_events", *arguments)
    sys.stdout.write(f"{peak() // 1024} MB\n")


def peak() -> int:
    """The most memory that this process ever held, in kilobytes.

    Not by getrusage, which counts what its parent held as well. See “VmHWM” in
    https://man7.org/linux/man-pages/man5/proc_pid_status.5.html
    """
    found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) if found else 0


if __name__ == "__main__":
    main(*sys.argv[1:])
