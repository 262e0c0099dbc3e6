"""Every edition that is stored, asked for in a process of its own: `python -m tests.faults.editions`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping

import django

from tests.faults.serving import ROOT

#: The title of each edition, by the incident's id and the number.
Titles = dict[tuple[str, int], str]


def stored(around: Mapping[str, str]) -> Titles:
    """Those in the database of these surroundings."""
    command = [sys.executable, "-m", "tests.faults.editions"]
    own = {**around, "DJANGO_SETTINGS_MODULE": "archive.settings"}
    done = subprocess.run(command, cwd=ROOT, env=own, check=True, stdout=subprocess.PIPE, text=True)
    return {(incident, number): title for incident, number, title in json.loads(done.stdout)}


def main() -> None:
    django.setup()
    from archive.models import Edition

    rows = Edition.objects.exclude(text="").values_list("incident", "number", "text").iterator()
    print(json.dumps([(incident, number, json.loads(text)["title"]) for incident, number, text in rows]))  # noqa: T201


if __name__ == "__main__":
    main()
