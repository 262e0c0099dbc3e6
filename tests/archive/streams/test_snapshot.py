"""A file is read of one state of the archive, however long it takes."""

from __future__ import annotations

from threading import Thread

import pytest
from django.db import connection, transaction
from django.http import StreamingHttpResponse
from django.test import RequestFactory

from archive.models import IncidentEntry
from archive.streams import CSV, Export, Incidents, Wish, file_of, snapshot
from tests.archive.published import publish
from tests.builders import record

pytestmark = pytest.mark.django_db(transaction=True)


def elsewhere(*names: str) -> None:
    """Publish these incidents in a connection of its own, while this one reads."""

    def work() -> None:
        try:
            publish(*(record(id=name) for name in names))
        finally:
            connection.close()

    thread = Thread(target=work)
    thread.start()
    thread.join(30)
    assert not thread.is_alive()


def table() -> StreamingHttpResponse:
    found = IncidentEntry.objects.published()
    return file_of(RequestFactory().get("/incidents.csv"), found, Incidents(), CSV, Wish())


def test_what_is_published_meanwhile_is_not_seen_and_does_not_wait() -> None:
    publish(record(id="a"))

    with snapshot():
        assert IncidentEntry.objects.count() == 1
        elsewhere("b")
        assert IncidentEntry.objects.count() == 1

    assert IncidentEntry.objects.count() == 2


def test_a_file_holds_as_many_rows_as_it_says_whatever_is_published_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Export, "at_once", 1)
    publish(record(id="c"), record(id="d"))

    answer = table()
    pieces = iter(answer)
    begun = [next(pieces), next(pieces)]
    elsewhere("a", "b")
    lines = b"".join([*begun, *pieces]).decode().splitlines()
    answer.close()

    assert answer["Row-Count"] == "2"
    assert [line.split(",")[0] for line in lines] == ["id", "d", "c"]


def test_a_file_that_is_left_ends_its_transaction() -> None:
    publish(record(id="a"))
    answer = file_of(
        RequestFactory().get("/x"), IncidentEntry.objects.order_by("pk"), Incidents(), CSV, Wish()
    )
    next(iter(answer))

    answer.close()

    with transaction.atomic():
        publish(record(id="b"))


def test_a_transaction_that_has_begun_keeps_its_own_state() -> None:
    with transaction.atomic(), snapshot():
        publish(record(id="a"))
        assert IncidentEntry.objects.count() == 1
