"""An import in a process of its own that tells how much memory it took: `python -m … ARGUMENTS`."""

from __future__ import annotations

import resource
import sys

import django


def main(*arguments: str) -> None:
    django.setup()
    from django.core.management import call_command

    call_command("import_events", *arguments)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{peak:.0f} MB\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
