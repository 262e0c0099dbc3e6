"""Files handed in at the desk, as the worker finds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings

from incidents.importers.reading import digest
from incidents.models import Upload
from tests.incidents.importers.running.files import write


def hand_in(rows: Sequence[Mapping[str, str]], form: str = "ucdp", **more: Any) -> Upload:
    """An upload of these plain rows that nobody has begun to import."""
    token = f"folder-{Upload.objects.count()}"
    folder = Path(settings.IMPORTS_DIR) / token
    folder.mkdir(parents=True)
    path = write(folder / "ged.csv", form, rows)
    own = {"format": form, "file": path.name, "stored": token, "size": path.stat().st_size}
    return Upload.objects.create(**{**own, "sha256": digest(path), **more})
