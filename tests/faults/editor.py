"""An editor in a process of their own, who is told an incident's id and its new title, and publishes it.

A line of JSON each way: back comes the number of the edition, or what the database said instead.
"""

from __future__ import annotations

import json
import sys

import django


def main() -> None:
    django.setup()
    for line in sys.stdin:
        key, title = json.loads(line)
        print(json.dumps(answered(key, title)), flush=True)  # noqa: T201


def answered(key: str, title: str) -> int | str:
    """The number of the edition that is published when this returns; or why none is."""
    from django.db import Error, connection

    try:
        return published(key, title)
    except Error as error:
        # As after each request to the server: what is broken is not used again.
        connection.close()
        return f"{type(error).__name__}: {' '.join(str(error).split())}"


def published(key: str, title: str) -> int:
    from django.db import transaction

    from archive import catalogue
    from incidents.models import Incident
    from incidents.publishing import publish

    with transaction.atomic():
        catalogue.one_at_a_time()
        incident = Incident.objects.get(key=key)
        incident.title = title
        incident.save()
        return publish(incident, by=None).number


if __name__ == "__main__":
    main()
