"""What every test has around it."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection
from django.test import override_settings
from hypothesis import settings as hypothesis

from tests.archive.published import publish
from tests.sheets import second_record, seed_record

hypothesis.register_profile("archive", deadline=None, max_examples=50)
#: For tracing what is tested at all, which slows the rules down several times: the same examples each time.
hypothesis.register_profile("brief", deadline=None, max_examples=5, derandomize=True)
hypothesis.load_profile("archive")


#: The folders that an archive fills.
FOLDERS = ("imports", "captures", "releases", "backups")
#: What the file of a test names that has to do with a database, or with a process that may.
NAMED_WITH_DATABASES = re.compile("django|psycopg|subprocess|manage.py|DATABASE_URL")


#: What a test asks for that is given a database, or a browser that looks at one.
WITH_DATABASES = {"db", "transactional_db", "live_server", "page"}


def fixtures_of(test: pytest.Item) -> set[str]:
    """What a test asks for of fixtures; a parameter of its own may be called like one."""
    parameters = test.callspec.params if hasattr(test, "callspec") else {}
    return set(getattr(test, "fixturenames", ())) - set(parameters)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the rules; on another engine than the embedded one, leave out what has to do with none."""
    paths = {one.path for one in items}
    apart = {path for path in paths if not NAMED_WITH_DATABASES.search(path.read_text())}
    for one in items:
        if one.path in apart and WITH_DATABASES.isdisjoint(fixtures_of(one)):
            one.add_marker("rules")
    if connection.vendor == "sqlite":
        return
    left_out = [one for one in items if one.get_closest_marker("looks") or one.path in apart]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [one for one in items if one not in set(left_out)]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """On SQLite, a file: a database in memory locks by other rules than the archive's own."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(
            tmp_path_factory.mktemp("database") / "archive.sqlite3"
        )


@pytest.fixture(scope="session", autouse=True)
def _static_files_by_their_own_names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Pages render without collected static files, whose names a manifest would have to hold."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    storages = settings.STORAGES | {"staticfiles": plain}
    with override_settings(STORAGES=storages, STATIC_ROOT=tmp_path_factory.mktemp("static")):
        yield


@pytest.fixture(scope="session", autouse=True)
def _as_often_as_wanted() -> Iterator[None]:
    """The API is asked more often within a test than in a minute, and files are left half read."""
    with override_settings(API_RATE=0, REQUESTS_AT_ONCE=200):
        yield


@pytest.fixture(autouse=True)
def _nothing_kept_in_memory() -> None:
    """Each test is a process that has just begun, as far as what it keeps for the next reader goes."""
    for each in caches.all():
        if isinstance(each, LocMemCache):
            each.clear()


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new folder for each time that it is asked.

    `mktemp` would look through all that it made so far, which takes longer with every test.
    """
    made = tmp_path_factory.mktemp("folders")
    return (made / str(number) for number in count())


@pytest.fixture(autouse=True)
def _folders_of_its_own(folders: Iterator[Path]) -> Iterator[None]:
    """Each test is an archive to which nothing was handed in, and which has made nothing."""
    folder = next(folders)
    own = {f"{name.upper()}_DIR": folder / name for name in FOLDERS}
    for path in own.values():
        path.mkdir(mode=0o700, parents=True)
    with override_settings(**own):
        yield


@pytest.fixture
def committed(transactional_db: None) -> None:
    """Both demonstration events, published where other processes see them."""
    publish(seed_record(), second_record())
