"""Writes the examples of the OpenAPI document anew, as the demonstration events answer:

    python -m tests.examples

On the engine that DATABASE_URL names, in a database of its own.
"""

from __future__ import annotations

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ.setdefault("SECRET_KEY", "for-examples-alone-and-long-enough-to-satisfy-the-deployment-check")
django.setup()

import orjson  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment, teardown_test_environment  # noqa: E402

from archive.api.document import EXAMPLES  # noqa: E402
from tests.archive.api.exemplary import answers, publish_the_demonstration  # noqa: E402


def main() -> None:
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    try:
        publish_the_demonstration()
        found = answers(Client())
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
        teardown_test_environment()
    EXAMPLES.write_bytes(orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


if __name__ == "__main__":
    main()
