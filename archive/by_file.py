"""Environment variables, each of which may be given by a file: what the file that X_FILE names holds is X.

A secret in a file is seen by who may read that file; one in a variable, by whoever may look at the process.
"""

from __future__ import annotations

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environ.fileaware_mapping import FileAwareMapping


class ByFile(FileAwareMapping):  # type: ignore[misc]
    """As django-environ has it, but without the line's end, and with an error that says what to do."""

    def __getitem__(self, name: str) -> str:
        file = self.env.get(f"{name}_FILE")
        if not file:
            return str(self.env[name])
        if self.env.get(name):
            raise ImproperlyConfigured(f"{name} and {name}_FILE are both set. Keep one of them.")
        try:
            return Path(file).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(f"{name}_FILE names a file that cannot be read: {error}") from error
