"""What tests of releases share: an archive with all that can happen in one, emptied, and asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client

from archive.models import Edition
from archive.releases import Release, make
from tests.archive.api.edits import edit
from tests.archive.merges import merged
from tests.archive.published import publish, retract
from tests.sheets import second_record, seed_record

DAY = date(2026, 11, 30)
LISTS = [
    "incidents",
    "attacks",
    "claims",
    "sources",
    "publications",
    "actors",
    "places",
    "conflicts",
    "editions",
    "changes",
]


def eventful(seed: int = 1) -> None:
    """Both demonstration events, a merge, and random edits."""
    publish(seed_record(), second_record())
    merged()
    random = Random(seed)
    for number in range(40):
        edit(random, number)


def closed_merge() -> None:
    """Two incidents, one merged into the other, which was then retracted."""
    merged()
    retract("second", "It was a rumour.")


def made(version: str = "2026.11") -> Release:
    return make(version, DAY)


def emptied() -> None:
    """Take all rows of the reading room away, as no code of the archive does."""
    models = apps.get_app_config("archive").get_models()
    with connection.cursor() as cursor:
        for model in reversed(list(models)):
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')


def answers(client: Client) -> dict[str, tuple[int, bytes]]:
    """All that the API answers: lists page by page, what they name, and all editions."""
    found: dict[str, tuple[int, bytes]] = {}
    waiting = [f"/api/v1/{name}/?page_size=100" for name in LISTS]
    for incident in sorted(incidents()):
        waiting += [f"/api/v1/incidents/{incident}/", f"/api/v1/incidents/{incident}/editions/"]
        waiting += [f"/api/v1/incidents/{incident}/editions/{number}/" for number in range(1, 12)]
    while waiting:
        path = waiting.pop()
        if path not in found:
            answer = client.get(path)
            found[path] = (answer.status_code, answer.content)
            waiting += onward(answer)
    return found


def incidents() -> set[str]:
    return set(Edition.objects.values_list("incident", flat=True))


def onward(answer: Any) -> list[str]:
    if answer.status_code != 200 or not isinstance(page := answer.json(), dict) or "results" not in page:
        return []
    addresses = [page["next"], *(each.get("api_url") for each in page["results"])]
    return [address.removeprefix(settings.SITE_URL) for address in addresses if address]


def bytes_of(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
