"""What every test has around it."""

import pytest
from django.db import connection
from hypothesis import settings

settings.register_profile("archive", deadline=None, max_examples=50)
settings.load_profile("archive")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """On SQLite, a file: a database in memory locks by other rules than the archive's own."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(
            tmp_path_factory.mktemp("database") / "archive.sqlite3"
        )
