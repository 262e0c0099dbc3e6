#!/usr/bin/env python3
"""Runs the archive's commands, and sets up what they need first."""

import os
import sys


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  this file alone is read by older versions too
        sys.exit("The archive needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")
    from archive import bootstrap

    bootstrap.enter(sys.argv[1:])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("\nInterrupted.")


if __name__ == "__main__":
    main()
