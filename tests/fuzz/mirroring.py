"""Edits a small archive at random, with a copy that follows its changes now and then, and compares the ends:

    python -m tests.fuzz.mirroring --edits 1000

On the engine that DATABASE_URL names, in a database of its own. It ends with an error where the copy differs,
and names the seed, with which `--seed` repeats it.
"""

from __future__ import annotations

import argparse
import logging
import os
from random import Random

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ.setdefault("DEBUG", "0")
os.environ.setdefault("SECRET_KEY", "for-trials-alone-and-long-enough-to-satisfy-the-deployment-check")
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment, teardown_test_environment  # noqa: E402

from tests.archive.api.edits import edit  # noqa: E402
from tests.archive.api.mirror import Mirror  # noqa: E402
from tests.archive.api.test_changes import readable  # noqa: E402


def run(edits: int, seed: int) -> None:
    random, client = Random(seed), Client()
    mirror = Mirror(client, page_size=20)
    for number in range(edits):
        edit(random, number)
        if random.random() < 0.1:
            mirror.follow(pages=random.choice([None, 1]))
    mirror.follow()
    assert mirror.texts == readable(client), f"The copy differs: repeat it with --seed {seed}"
    say(f"{edits} edits, {mirror.sequence} changes, {len(mirror.texts)} editions: the copy is the same.")


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    # What is closed is answered so, hundreds of times.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    try:
        run(given.edits, given.seed)
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
        teardown_test_environment()
