"""A process of its own that asks for a correction as a browser does, and prints what came of it.

python -m tests.stack.asker
"""

from __future__ import annotations

import re

import django
from django.conf import settings
from django.test import Client, override_settings
from django.test.utils import setup_test_environment

from tests.stack.visitor import PLAIN

ASK = "/about/corrections/ask/"
ASKED = {"kind": "correction", "page": "/incidents/k7m2qa/", "text": "It was the day before."}
MARK = re.compile('name="csrfmiddlewaretoken" value="([^"]+)"')


def main() -> None:
    django.setup()
    setup_test_environment()
    client = Client(enforce_csrf_checks=True)
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": PLAIN}):
        found = MARK.search(client.get(ASK).content.decode())
        mark = {"csrfmiddlewaretoken": found[1]} if found else {}
        answer = client.post(ASK, ASKED | mark)
    print(answer.status_code, answer.headers.get("Location", ""))  # noqa: T201


if __name__ == "__main__":
    main()
