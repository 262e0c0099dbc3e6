"""The archive's own settings, with the twin beside it.

BENCHMARK_ROWS names the SQLite file of the twin's rows, from which Datasette serves. On SQLite the twin reads
the same file, on PostgreSQL tables beside the archive's. BENCHMARK_KEEPS=0 keeps nothing in memory, so that
every answer is made as if it were asked for the first time.
"""

from __future__ import annotations

import os

from archive.settings import *  # noqa: F403
from archive.settings import CACHES, DATABASES, INSTALLED_APPS, MIDDLEWARE, SQLITE

INSTALLED_APPS = [*INSTALLED_APPS, "tests.benchmarks.twin.apps.TwinConfig"]
ROOT_URLCONF = "tests.benchmarks.served.urls"
DATABASES["rows"] = {"ENGINE": SQLITE, "NAME": os.environ["BENCHMARK_ROWS"]}
DATABASE_ROUTERS = ["tests.benchmarks.served.routing.ToTheTwin"]
if os.environ.get("BENCHMARK_KEEPS") == "0":
    CACHES["kept"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    MIDDLEWARE = [each for each in MIDDLEWARE if each != "archive.keeping.Kept"]
