"""Two who publish at the same moment get two numbers."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from archive import catalogue, editions
from archive.models import Edition
from tests.builders import record

WRITERS, EACH = 4, 5


def publish(writer: int) -> None:
    try:
        for turn in range(EACH):
            with transaction.atomic():
                catalogue.index(editions.append(record(title=f"{writer}.{turn}")))
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_numbers_have_no_gaps_when_many_publish_at_once() -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(publish, range(WRITERS)))

    numbers = list(Edition.objects.values_list("number", flat=True))
    assert numbers == list(range(1, WRITERS * EACH + 1))
    assert list(editions.verify()) == []
    assert list(catalogue.check()) == []
