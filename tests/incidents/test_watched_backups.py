"""Whoever watches over the archive is told how old its newest backup is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from archive import watching
from archive.backups.dated import dated
from archive.watching import Fact
from incidents.watched_backups import backups


def told() -> Fact:
    ((fact,),) = (section.facts for section in backups())
    return fact


def made(**ago: float) -> None:
    (Path(settings.BACKUPS_DIR) / dated(timezone.now() - timedelta(**ago))).mkdir(parents=True)


def test_the_age_of_the_newest_is_told() -> None:
    made(hours=60)
    made(hours=30)

    fact = told()

    assert fact.value == pytest.approx(30 * 3600, abs=60)
    assert str(fact).endswith("UTC, 30 hours ago")
    assert not fact.trouble


def test_one_that_is_older_than_twice_its_interval_is_a_trouble() -> None:
    made(hours=50)
    assert told().trouble.startswith("The newest backup is of 2 days ago: look at")


@pytest.mark.parametrize(
    ("awaited", "trouble"), [(True, True), (False, False)], ids=["awaited", "never asked for"]
)
def test_none_is_a_trouble_where_a_folder_was_named_for_them(awaited: bool, trouble: bool) -> None:
    with override_settings(BACKUPS_AWAITED=awaited):
        assert bool(told().trouble) is trouble
        assert told().value is None


@pytest.mark.django_db
def test_the_screen_of_an_operator_shows_it() -> None:
    assert "Backups" in {section.title for section in watching.sections()}
