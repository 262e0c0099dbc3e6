"""A process of its own that restores a backup on its own engine, and makes one of what it has then:

python -m tests.archive.backups.elsewhere BACKUP NEW_BACKUP
"""

from __future__ import annotations

import sys

import django
from django.conf import settings
from django.core.management import call_command


def main() -> None:
    # The tables as the models say, at once: that the migrations lead there is shown elsewhere.
    django.setup()
    with_migrations = settings.MIGRATION_MODULES
    settings.MIGRATION_MODULES = Unmigrated()
    call_command("migrate", run_syncdb=True, verbosity=0)
    settings.MIGRATION_MODULES = with_migrations
    call_command("migrate", fake=True, verbosity=0)
    call_command("restore", sys.argv[1])
    call_command("backup", sys.argv[2])


class Unmigrated(dict[str, None]):
    """No app has migrations: https://docs.djangoproject.com/en/5.2/ref/settings/#migration-modules"""

    def __contains__(self, app: object) -> bool:
        return True

    def __getitem__(self, app: str) -> None:
        return None


if __name__ == "__main__":
    main()
