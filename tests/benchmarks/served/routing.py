"""Which database holds what."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models


class ToTheTwin:
    """On SQLite the twin reads the file from which Datasette serves; that file holds nothing else."""

    def __init__(self) -> None:
        is_on_sqlite = settings.DATABASES["default"]["ENGINE"] == settings.DATABASES["rows"]["ENGINE"]
        self.alias = "rows" if is_on_sqlite else None

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str | None:
        return self.alias if model._meta.app_label == "twin" else None
