"""Filling the databases of one size, in a process of its own: `python -m tests.benchmarks.building 2000`."""

from __future__ import annotations

import sys

import django


def main(incidents: int) -> None:
    django.setup()
    from tests.benchmarks.data.filling import fill

    fill(incidents)


if __name__ == "__main__":
    main(int(sys.argv[1]))
