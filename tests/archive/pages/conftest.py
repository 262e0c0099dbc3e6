"""What every test of a page has around it."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.archive.published import publish
from tests.sheets import second_record, seed_record


@pytest.fixture(autouse=True)
def _static_files_by_their_own_names(settings: Settings, tmp_path: Path) -> None:
    """Pages render without collected static files, whose names a manifest would have to hold."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    settings.STATIC_ROOT = tmp_path


@pytest.fixture
def published(db: None) -> None:
    """Both demonstration events, published."""
    publish(seed_record(), second_record())
