"""Storing the invented records as the archive itself stores them, and as plain rows for the twin.

A marker is stored with each batch, so a filling that was stopped goes on where it left.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from django.apps import apps
from django.core.management import call_command
from django.db import connections, transaction
from tqdm import tqdm

from archive.catalogue import composing_apart
from archive.figures import for_readers
from archive.record import Record, canonical
from tests.benchmarks import fulltext
from tests.benchmarks.data.publishing import publish
from tests.benchmarks.data.records import records
from tests.benchmarks.data.world import SEED
from tests.benchmarks.twin import rows
from tests.benchmarks.twin.models import Marker

#: So many incidents are stored in one transaction.
BATCH = 500

Store = Callable[[Sequence[Record], str], None]


def fill(incidents: int, seed: int = SEED) -> None:
    """Bring the databases of the settings to so many incidents, as far as they are not there yet.

    Ends the process where a database holds other incidents than these.
    """
    call_command("migrate", verbosity=0)
    for alias in ("default", "rows"):
        _make_tables(alias)
    with composing_apart():
        _fill("archive", "default", lambda made, alias: publish(made), incidents, seed)
    if connections["default"].vendor == "postgresql":
        _fill("twin", "default", rows.store, incidents, seed)
    if _fill("twin", "rows", rows.store, incidents, seed):
        fulltext.make("rows")


def _make_tables(alias: str) -> None:
    """Those of the twin, which has no migrations."""
    connection = connections[alias]
    present = connection.introspection.table_names()
    # SQLite makes no tables while it looks after foreign keys in a transaction.
    with connection.schema_editor() as editor:
        for model in apps.get_app_config("twin").get_models():
            if model._meta.db_table not in present:
                editor.create_model(model)


def _fill(what: str, alias: str, store: Store, incidents: int, seed: int) -> bool:
    """Whether anything was stored."""
    marker = _marker(what, alias, incidents, seed)
    if marker.done == incidents:
        return False
    with tqdm(total=incidents, initial=marker.done, desc=f"{what} on {alias}", unit=" incidents") as progress:
        for made in _batches(incidents, seed, marker.done):
            with transaction.atomic(using=alias):
                store([for_readers(record) for record in made], alias)
                marker.done += len(made)
                marker.save(using=alias)
            progress.update(len(made))
    with connections[alias].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connections[alias].vendor == "postgresql" else "ANALYZE")
    return True


def _marker(what: str, alias: str, incidents: int, seed: int) -> Marker:
    made = version(seed)
    new = {"seed": seed, "version": made, "done": 0}
    marker: Marker
    marker, _ = Marker._default_manager.using(alias).get_or_create(what=what, defaults=new)
    if (marker.seed, marker.version) != (seed, made) or marker.done > incidents:
        sys.exit(f"“{what}” of {alias} holds other incidents than these. Ask for --anew to make it anew.")
    return marker


def version(seed: int) -> str:
    """What tells whether records are made in the same way as they were: the digest of some of them."""
    return hashlib.sha256(b"".join(map(canonical, records(12, seed, after=2)))).hexdigest()


def _batches(incidents: int, seed: int, done: int) -> Iterator[list[Record]]:
    made = records(incidents, seed, done)
    while batch := list(islice(made, BATCH)):
        yield batch
