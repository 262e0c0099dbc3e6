"""What is searched is what is published, however it came into the database."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command

from archive import catalogue
from archive.models import IncidentEntry, NameEntry, SearchEntry, Spelling
from archive.search import parsed
from tests.archive.published import publish
from tests.builders import count, exactly, happened_at, place, record, statement

pytestmark = pytest.mark.django_db


def found(typed: str) -> list[str]:
    return list(IncidentEntry.objects.matching(parsed(typed)).values_list("key", flat=True))


def test_a_withheld_claim_is_never_found() -> None:
    publish(record(statement(1, "A named victim.", withheld=True), statement(2, "A bomb.")))

    assert (found("victim"), found("bomb")) == ([], ["event-1"])


def test_what_an_edition_no_longer_says_is_no_longer_found() -> None:
    publish(record(statement(1, "A bomb.")))
    publish(record(statement(1, "A grenade.")))

    assert (found("bomb"), found("grenade")) == ([], ["event-1"])


def test_stale_terms_are_noticed_and_mended() -> None:
    publish(record(count(1, exactly(3)), title="Quetta"))
    SearchEntry.objects.update(title="mastung")

    assert found("mastung") == ["event-1"]
    assert len(list(catalogue.check())) == 2
    list(catalogue.reindex())
    assert (found("mastung"), found("quetta")) == ([], ["event-1"])


def test_migrating_again_leaves_the_search_as_it_is() -> None:
    publish(record(title="Quetta"))

    call_command("migrate", verbosity=0)

    assert found("quetta") == ["event-1"]


def test_what_was_published_before_it_could_be_searched_is_found_once_the_database_is_migrated() -> None:
    publish(record(happened_at(1, "killa"), entities=[place("killa", name="Killa")], title="Quetta"))
    for model in (SearchEntry, NameEntry, Spelling):
        model._default_manager.all().delete()
    search, names = (import_module(f"archive.migrations.{name}") for name in ("0003_search", "0004_names"))

    for fill in (search.fill, search.spell, names.fill):
        fill(apps, None)

    assert found("quetta") == ["event-1"]
    assert list(catalogue.check()) == []
