"""A copy of the archive that keeps in step by following its changes, as anybody could write one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.test import Client

CHANGES = "/api/v1/changes/"


class Mirror:
    """`texts`: the record of each edition that can be read, by incident and number, byte for byte.

    `sequence` is all that it has to remember between two visits.
    """

    def __init__(self, client: Client, page_size: int = 50) -> None:
        self.client, self.page_size = client, page_size
        self.sequence = 0
        self.texts: dict[tuple[str, int], bytes] = {}

    def follow(self, pages: int | None = None) -> int:
        """Take what came to pass since the last visit, or so many pages of it; how many changes it was."""
        came, path = 0, f"{CHANGES}?after={self.sequence}&page_size={self.page_size}"
        while path and pages != 0:
            page = self.client.get(path).json()
            for change in page["results"]:
                self._take(change)
            came += len(page["results"])
            path = (page["next"] or "").removeprefix(settings.SITE_URL)
            pages = None if pages is None else pages - 1
        return came

    def _take(self, change: dict[str, Any]) -> None:
        here = (change["incident"], change["number"])
        match change["kind"]:
            case "retraction":
                self._close(*here)
            case "redaction":
                self.texts.pop(here, None)
            case _:
                self._fetch(here, change["api_url"])
        self.sequence = change["sequence"]

    def _close(self, incident: str, number: int) -> None:
        closed = [key for key in self.texts if key[0] == incident and key[1] <= number]
        for key in closed:
            del self.texts[key]

    def _fetch(self, here: tuple[str, int], address: str) -> None:
        """What is closed by now says so; the change that closed it comes later."""
        answer = self.client.get(address.removeprefix(settings.SITE_URL))
        if answer.status_code == 200:
            self.texts[here] = answer.content
        else:
            assert answer.status_code == 410, answer.status_code
