"""Which database holds what."""

from __future__ import annotations

from typing import Any

from django.db import connections, models


class ToTheTwin:
    """On SQLite the twin reads the file from which Datasette serves; that file holds nothing else."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str | None:
        is_on_sqlite = connections["default"].vendor == "sqlite"
        return "rows" if model._meta.app_label == "twin" and is_on_sqlite else None
