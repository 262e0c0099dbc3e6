"""What readers search in is made anew from the stored answers, to what publishing made, whatever it was."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import active_children

import pytest
from django.db import connection, models
from pytest_django import Settings

from archive import catalogue
from archive.catalogue import apart, searching
from archive.models import IncidentEntry, NameEntry, SearchEntry, Spelling
from archive.models.search_index import is_in_step, unprepared
from archive.search import parsed
from tests.archive.published import publish, retract
from tests.builders import happened_at, place, record, responsible, source, statement

pytestmark = pytest.mark.django_db

TITLES = {"event-1": "Quetta", "event-2": "Mastung", "event-3": "Hub"}


@pytest.fixture(autouse=True)
def three_incidents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them is a stretch of its own."""
    monkeypatch.setattr(searching, "SHARE", 1)
    for incident, title in TITLES.items():
        town = place(title.lower(), name=title)
        entities = [town, source("s1", title="A report")]
        bomb, group = statement(1, f"A bomb in {title}."), responsible(3, "group")
        publish(record(bomb, happened_at(2, town.key), group, id=incident, title=title, entities=entities))


def rows() -> list[object]:
    """All that is searched in, without the numbers that the database gave."""
    return [_said(model) for model in (SearchEntry, NameEntry, Spelling)]


def _said(model: type[models.Model]) -> set[tuple[object, ...]]:
    names = [field.attname for field in model._meta.concrete_fields if field.name != "id"]
    return set(model._default_manager.values_list(*names))


def found(typed: str) -> list[str]:
    return sorted(IncidentEntry.objects.matching(parsed(typed)).values_list("key", flat=True))


def made_anew(progress: Callable[[int, int], None] | None = None) -> list[str]:
    return [str(one) for one in catalogue.reindex_search(progress)]


def spoil() -> None:
    """Rows are changed, missing and superfluous, at the beginning, in the middle and at the end."""
    SearchEntry.objects.update(title="kabul")
    SearchEntry.objects.filter(incident="event-2").delete()
    NameEntry.objects.filter(key="hub").delete()
    NameEntry.objects.filter(key="quetta").update(name="Kabul")
    for stranger in ("aaa", "mmm", "zzz"):
        NameEntry.objects.create(kind="places", key=stranger, name=stranger, terms=stranger)
        Spelling.objects.create(kind="places", key=stranger, word=stranger, hint=stranger)
    Spelling.objects.filter(key="mastung").delete()
    Spelling.objects.filter(key="group").update(word="kabul")


def test_spoilt_rows_become_what_publishing_made() -> None:
    before = rows()
    spoil()
    assert found("kabul") == ["event-1", "event-3"]

    mended = made_anew()

    assert "search of incidents: 1 × SearchEntry missing or stale" in mended
    assert rows() == before
    assert (found("kabul"), found("hub")) == ([], ["event-3"])
    assert list(catalogue.check()) == []


def test_what_is_right_is_left_as_it_is() -> None:
    before = set(SearchEntry.objects.values_list("pk", flat=True))

    assert made_anew() == []
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == before


def test_a_run_that_was_stopped_keeps_what_it_mended_and_goes_on() -> None:
    before = rows()
    spoil()

    with pytest.raises(KeyboardInterrupt):
        made_anew(stop)
    assert found("kabul") == ["event-3"]
    made_anew()

    assert rows() == before


def stop(done: int, of: int) -> None:
    assert of == 3
    raise KeyboardInterrupt


def test_what_is_retracted_meanwhile_does_not_come_back() -> None:
    def meanwhile(done: int, of: int) -> None:
        if done == 1:
            retract("event-2")

    spoil()
    made_anew(meanwhile)

    assert (found("mastung"), found("quetta")) == ([], ["event-1"])
    assert not NameEntry.objects.filter(key="mastung").exists()
    assert list(catalogue.check()) == []


def test_what_is_published_meanwhile_is_found_as_it_says_now() -> None:
    def meanwhile(done: int, of: int) -> None:
        if done == 1:
            publish(record(statement(1, "A bomb."), id="event-2", title="A town"))

    made_anew(meanwhile)

    assert (found("mastung"), found("town")) == ([], ["event-2"])
    assert list(catalogue.check()) == []


def test_with_many_incidents_other_processes_take_part(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    before, settings.COMPOSING_PROCESSES = rows(), 1
    for module, name in ((searching, "MANY"), (apart, "WORTH_IT")):
        monkeypatch.setattr(module, name, 1)
    spoil()
    others: list[int] = []

    made_anew(lambda done, of: others.append(len(active_children())))

    assert others[0] == 1
    assert rows() == before
    assert not active_children()


def test_an_archive_in_which_nothing_is_published_has_nothing_to_be_found_by() -> None:
    for incident in TITLES:
        retract(incident)
    NameEntry.objects.create(kind="actors", key="stranger", name="Stranger", terms="stranger")

    assert made_anew() == ["search of actors: 1 × NameEntry should not be there"]
    assert rows() == [set(), set(), set()]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its indexes itself")
def test_a_full_text_table_that_lost_its_rows_gets_them_again() -> None:
    table = "archive_searchentry_terms"
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    assert not is_in_step(table)

    assert made_anew() == [f"{table}: did not hold what its rows hold"]
    assert is_in_step(table)
    assert found("quetta") == ["event-1"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="on SQLite it is a table")
def test_an_index_that_is_missing_is_made() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("DROP INDEX archive_searchentry_terms_title")

    made_anew()

    assert list(unprepared()) == []
