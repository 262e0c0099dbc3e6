"""Publishing one incident of 40 claims from the desk, among all the others; nothing of it stays."""

from __future__ import annotations

import time
from collections.abc import Iterator

from django.db import transaction

from archive.record import Record
from incidents.load import load
from incidents.publishing import publish
from tests.benchmarks.data import FORTY, record_of
from tests.benchmarks.measuring import Contender, Contest, Sample, timed
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

TARGETS = [
    Target("an update of 40 claims", "an update of 40 claims: at most 50 ms", most=50),
    Target("a first edition of 40 claims", "a first edition of 40 claims: at most 50 ms", most=50),
]


def publishing(stage: Stage) -> Iterator[Contest]:
    record = record_of(1)
    changed = record.model_copy(update={"title": f"{record.title}, changed"})
    renamed = record.model_copy(update={"id": "another"})
    contenders = [
        timed("storing an edition's text", lambda: len(record.model_dump_json())),
        Contender("an update of 40 claims", lambda: _published(changed), work=lambda: _published(changed)),
        Contender("a first edition of 40 claims", lambda: _published(renamed)),
    ]
    assert record.id == FORTY
    yield Contest("publishing", Unit.MILLISECONDS, contenders[0].name, contenders, TARGETS)


def _published(record: Record) -> Sample:
    with transaction.atomic():
        incident = load(record)
        began = time.perf_counter()
        publish(incident, by=None)
        took = time.perf_counter() - began
        transaction.set_rollback(True)
    return Sample(took * 1000)
