"""Two who take a step at the same moment: one of them takes it, the other is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import User
from django.db import connection

from archive import catalogue, editions
from archive.models import Edition
from incidents.load import load
from incidents.models import Incident, ReviewStep, State
from incidents.publishing import NothingToPublish, publish
from incidents.reviewing import Refused, approve
from incidents.states import Step
from tests.builders import count, exactly, record

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(act: Callable[[User], object], *people: User) -> list[bool]:
    """Whether each of them succeeded."""

    def tried(user: User) -> bool:
        try:
            act(user)
        except (Refused, NothingToPublish):
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(len(people)) as pool:
        return sorted(pool.map(tried, people))


def curators() -> list[User]:
    return [User.objects.create_superuser(name) for name in ("one", "two", "three")]


def test_only_one_of_several_approves() -> None:
    incident = load(record(count(1, exactly(3))))
    Incident.objects.update(state=State.IN_REVIEW)

    assert at_once(lambda user: approve(incident, by=user), *curators()) == [False, False, True]
    assert ReviewStep.objects.filter(step=Step.APPROVE).count() == 1


def test_only_one_of_several_publishes() -> None:
    incident = load(record(count(1, exactly(3))))

    assert at_once(lambda user: publish(incident, by=user), *curators()) == [False, False, True]
    assert Edition.objects.count() == 1
    assert Incident.objects.get().state == State.PUBLISHED
    assert list(editions.verify()) == []
    assert list(catalogue.check()) == []
