"""What watches over the worker learns whether it lives."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models.functions import Now

from incidents.models import RunningWorker
from incidents.models.jobs import LEASE

pytestmark = pytest.mark.django_db


def test_a_worker_that_gave_a_sign_of_life_lately_lives() -> None:
    RunningWorker.objects.create(key="w")
    said = StringIO()
    call_command("worker", check=True, stdout=said)

    assert said.getvalue() == "A worker lives.\n"


def test_a_worker_that_fell_silent_does_not() -> None:
    RunningWorker.objects.create(key="w", seen_at=Now() - 2 * LEASE)

    with pytest.raises(CommandError, match="No worker has given a sign of life"):
        call_command("worker", check=True)


def test_before_any_worker_has_begun_none_lives() -> None:
    with pytest.raises(CommandError, match="No worker has given a sign of life"):
        call_command("worker", check=True)
