"""The state of the schema: which migrations were applied, and how a database gets there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.apps import apps as present
from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from archive.backups.manifest import BackupError, newer_than

Applied = Mapping[str, tuple[str, ...]]
Node = tuple[str, str]


def applied() -> Applied:
    """The migrations of the database, by app. Raises BackupError where it is not at the code's own state."""
    executor = MigrationExecutor(connection)
    found = by_app(MigrationRecorder(connection).applied_migrations())
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise BackupError("Migrations are missing: run “manage.py migrate” first.")
    if unknown := newer_than(_known(executor), found):
        raise BackupError(
            f"The database has tables that this process does not know ({unknown[0]}), and would leave out. "
            "Back it up with the code that made them, and with ARCHIVE_ROLE=all or desk."
        )
    return found


def refuse_newer(migrations: Applied) -> None:
    """Raises BackupError for a schema that this code does not know."""
    if unknown := newer_than(_known(MigrationExecutor(connection)), migrations):
        raise BackupError(
            f"The backup is of a newer version of the archive, or of one that serves more: {unknown[0]} is "
            "not known here. Restore it with that version, and with ARCHIVE_ROLE=all or desk."
        )


def bring_to(migrations: Applied) -> Apps:
    """Bring the tables of an empty database to this state; the models as they were then.

    Raises BackupError where the tables are further already.
    """
    executor = MigrationExecutor(connection)
    nodes = {(app, name) for app, names in migrations.items() for name in names}
    there = set(MigrationRecorder(connection).applied_migrations())
    if further := there - nodes:
        raise BackupError(
            f"The database’s tables are newer than the backup’s ({'.'.join(min(further))}). "
            "Restore it into a database without tables."
        )
    ends = _ends(executor, nodes)
    if there != nodes:
        executor.migrate(ends)
    if set(ends) == set(executor.loader.graph.leaf_nodes()):
        return present
    return executor.loader.project_state(ends).apps


def bring_up_to_date() -> None:
    """Apply the migrations that came since, and make what the engine searches in."""
    call_command("migrate", interactive=False, verbosity=0)


def by_app(nodes: Iterable[Node]) -> Applied:
    found: dict[str, list[str]] = defaultdict(list)
    for app, name in sorted(nodes):
        found[app].append(name)
    return {app: tuple(names) for app, names in sorted(found.items())}


def _known(executor: MigrationExecutor) -> Mapping[str, frozenset[str]]:
    return {app: frozenset(names) for app, names in by_app(executor.loader.disk_migrations).items()}


def _ends(executor: MigrationExecutor, nodes: set[Node]) -> list[Node]:
    """The last migration of each app among these."""
    children = executor.loader.graph.node_map
    return sorted(
        node
        for node in nodes
        if not any(child.key in nodes and child.key[0] == node[0] for child in children[node].children)
    )
