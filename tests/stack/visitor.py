"""A process of its own that visits addresses of the archive, for settings that hold for a whole process.

python -m tests.stack.visitor [--follow] [--host NAME] ADDRESS …   prints one line of JSON for each visit.
"""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urldefrag, urlsplit

import django
from django.conf import settings
from django.test import Client, override_settings
from django.test.utils import setup_test_environment

PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
#: Links of a page, and links of an answer of the API.
LINKS = re.compile(r'<a [^>]*href="([^"]+)"|"(?:[a-z_]*url|next|docs|openapi|record_schema)": ?"([^"]+)"')
#: Pages ask too many questions to follow each combination of them.
ENOUGH = 250
#: Whose examples lead to events of the demonstration, whatever is published.
DOCUMENT = "/api/v1/schema/"


def visits(start: Iterable[str], host: str, follow: bool) -> Iterator[dict[str, Any]]:
    """What each address answers; with `follow`, then what the addresses answer that they lead to."""
    client = Client(raise_request_exception=False, headers={"host": host})
    waiting = list(start)
    for address in waiting:
        response = client.get(address)
        body = b"".join(response).decode(errors="replace")
        yield {
            "address": address,
            "status": response.status_code,
            "headers": dict(response.headers.items()),
            "cookies": [*client.cookies],
            "body": body,
        }
        if follow and address != DOCUMENT and len(waiting) < ENOUGH:
            waiting += [link for link in dict.fromkeys(_own(body)) if link not in waiting]


def _own(body: str) -> Iterator[str]:
    for found in LINKS.finditer(body.replace("&amp;", "&")):
        link = urldefrag(found[1] or found[2]).url.removeprefix(settings.SITE_URL)
        if link.startswith("/") and not urlsplit(link).netloc:
            yield link


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("addresses", nargs="+")
    parser.add_argument("--follow", action="store_true")
    parser.add_argument("--host", default="127.0.0.1")
    asked = parser.parse_args()
    django.setup()
    setup_test_environment()
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": PLAIN}):
        for visit in visits(asked.addresses, asked.host, asked.follow):
            print(json.dumps(visit))  # noqa: T201


if __name__ == "__main__":
    main()
